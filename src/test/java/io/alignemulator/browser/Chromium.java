package io.alignemulator.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The browser of this machine. */
final class Chromium {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** Says in one line when there is none; the build shows it. */
    public static void main(String[] args) {
        if (missing().isPresent()) {
            System.out.println(
                    "The tests in a browser did not run: " + missing().get());
        }
    }

    /** Where the browser lies. */
    static Optional<Path> browser() {
        return BROWSERS.stream().flatMap(name -> found(name).stream()).findFirst();
    }

    /** Where its driver lies. */
    static Optional<Path> driver() {
        return found("chromedriver");
    }

    /** Whether the tests have to run, as in the build of the project itself. */
    static boolean isRequired() {
        return "required".equals(System.getenv("ALIGN_BROWSER"));
    }

    /** Why no browser can be driven here; empty when one can. */
    static Optional<String> missing() {
        if (browser().isEmpty()) {
            return Optional.of("no Chromium is on the path (Debian's package chromium).");
        }
        return driver().isEmpty()
                ? Optional.of("no chromedriver is on the path (Debian's package chromium-driver).")
                : Optional.empty();
    }

    private static Optional<Path> found(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
