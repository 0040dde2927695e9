package io.alignemulator;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What a command reads and writes besides its arguments. */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        BooleanSupplier interactive) {

    /** One that nobody looks at. */
    Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
        this(in, out, err, environment, () -> false);
    }

    static Terminal ofProcess() {
        return new Terminal(System.in, System.out, System.err, System.getenv(), Terminal::isOnATerminal);
    }

    /** Whether somebody looks at it; asked only by who needs to know, for a console costs a start. */
    boolean isInteractive() {
        return interactive.getAsBoolean();
    }

    /** From Java 22 on there is a console without a terminal, and a method of it that Java 17 does not have tells which it is. */
    @SuppressWarnings("SystemConsoleNull") // what comes after the comparison is for the newer ones
    private static boolean isOnATerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
