package io.alignemulator.save.folder;

import io.alignemulator.ChildJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Programs with little memory that tell what went wrong where the tests do. */
final class ChildProcess {

    private ChildProcess() {}

    static ProcessBuilder of(Class<?> program, List<String> jvmOptions, String... arguments) {
        List<String> options = new ArrayList<>(List.of("-Xmx256m"));
        options.addAll(jvmOptions);
        ProcessBuilder builder =
                ChildJvm.builder(program, options, arguments).redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder;
    }

    static Process start(Class<?> program, String... arguments) throws IOException {
        return of(program, List.of(), arguments).start();
    }
}
