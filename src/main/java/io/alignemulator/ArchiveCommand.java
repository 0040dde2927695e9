package io.alignemulator;

import io.alignemulator.archive.ClassArchive;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code archive}: makes now what the first server makes beside its work, as where an image is built or a cache filled. */
final class ArchiveCommand {

    private ArchiveCommand() {}

    static CommandSpec spec() {
        return Subcommand.spec(
                "Makes an archive of this jar's classes for this JVM in the user's folder of caches, with which every later"
                        + " start is faster, and prints where it lies. The first server that is started makes it by itself.",
                ArchiveCommand::run);
    }

    private static int run(ParseResult parsed, Terminal terminal) {
        Optional<ClassArchive> archive = ClassArchive.ofProcess(terminal.environment());
        if (archive.isEmpty()) {
            terminal.err()
                    .println(
                            "An archive is made of what is started as java -jar jira-align-emulator.jar, with no options of"
                                    + " the JVM but for memory and collector, where the system tells how a process was started.");
            return Subcommand.UNUSABLE;
        }
        try {
            archive.get().make(TrialRun.class);
        } catch (IOException e) {
            terminal.err().println(e.getMessage());
            return Subcommand.UNUSABLE;
        }
        terminal.out().println(archive.get().path());
        return Subcommand.DONE;
    }
}
