package io.alignemulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs in processes of their own, on the class path of the tests; each starts lightly, since a build starts dozens. */
public final class ChildJvm {

    /** Our own classes and those of the libraries were verified in the process of the tests already. */
    private static final List<String> LIGHTLY = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    private ChildJvm() {}

    /** The command that runs the program; the options come after those of every child, so they win. */
    public static List<String> command(Class<?> program, List<String> options, String... arguments) {
        return command(System.getProperty("java.class.path"), program, options, arguments);
    }

    public static List<String> command(String classPath, Class<?> program, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LIGHTLY);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The same, with none of the variables that would change what it does. */
    public static ProcessBuilder builder(Class<?> program, List<String> options, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(program, options, arguments));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ALIGN_EMULATOR_")
                        || name.startsWith("JAVA_TOOL")
                        || name.startsWith("JDK_JAVA"));
        return builder;
    }
}
