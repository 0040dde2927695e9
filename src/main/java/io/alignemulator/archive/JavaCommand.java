package io.alignemulator.archive;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the JVM of this process was started: {@code JAVA [OPTIONS] -jar JAR}.
 *
 * @param java the program
 * @param options what stood before {@code -jar}, in its order
 * @param jar the jar, with its whole path
 */
record JavaCommand(String java, List<String> options, File jar) {

    private static final String JAR = "-jar";

    /** Begin options that a second JVM may be given too: none of them opens a port, writes a file, loads an agent or names an archive of its own. */
    private static final List<String> REPEATABLE = List.of(
            "-D", "-Xm", "-Xss", "-XX:M", "-XX:InitialRAM", "-XX:+Use", "-XX:-Use", "-XX:Tiered", "-XX:+ExitOn");

    /** Begins properties with which a JVM opens a port for those who manage it. */
    private static final String MANAGED = "-Dcom.sun.management";

    /** Variables in which a JVM looks for more options. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** The command of this process; empty where the system does not tell it, where no jar was started, or where an option is not to be given twice. */
    static Optional<JavaCommand> ofProcess(Map<String, String> environment) {
        File jar = new File(System.getProperty("java.class.path", ""));
        ProcessHandle.Info info = ProcessHandle.current().info();
        if (!jar.isFile() || info.command().isEmpty() || info.arguments().isEmpty()) {
            return Optional.empty();
        }
        for (String variable : VARIABLES) {
            for (String option : environment.getOrDefault(variable, "").trim().split("\\s+")) {
                if (!option.isEmpty() && !isRepeatable(option)) {
                    return Optional.empty();
                }
            }
        }
        return of(info.command().get(), info.arguments().get(), jar.getAbsoluteFile());
    }

    static Optional<JavaCommand> of(String java, String[] arguments, File jar) {
        List<String> options = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(JAR)) {
                return Optional.of(new JavaCommand(java, options, jar));
            }
            if (!isRepeatable(argument)) {
                return Optional.empty();
            }
            options.add(argument);
        }
        return Optional.empty();
    }

    private static boolean isRepeatable(String option) {
        if (option.startsWith(MANAGED)) {
            return false;
        }
        for (String start : REPEATABLE) {
            if (option.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an option that begins so was given, by the command line or by a variable. */
    boolean names(String start, Map<String, String> environment) {
        for (String option : options) {
            if (option.startsWith(start)) {
                return true;
            }
        }
        for (String variable : VARIABLES) {
            if (environment.getOrDefault(variable, "").contains(start)) {
                return true;
            }
        }
        return false;
    }

    /** The command of another JVM with the same options and more, on the same jar. */
    List<String> with(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(options);
        command.addAll(more);
        return command;
    }
}
