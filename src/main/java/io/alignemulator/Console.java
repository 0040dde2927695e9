package io.alignemulator;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** What a command reads and writes besides its arguments. */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, boolean isTerminal) {

    /** One that nobody looks at. */
    Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
        this(in, out, err, environment, false);
    }

    static Console ofProcess() {
        return new Console(System.in, System.out, System.err, System.getenv(), System.console() != null);
    }
}
