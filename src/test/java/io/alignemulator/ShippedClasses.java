package io.alignemulator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports what the jars hold: neither tests nor the tools of the build, wherever their class files lie. */
final class ShippedClasses implements ImportOption {

    private static final Pattern CLASS = Pattern.compile(".*/(io/alignemulator/[^$]*?)([$].*)?[.]class");
    private static final Path MAIN = Path.of("src/main/java");

    @Override
    public boolean includes(Location location) {
        Matcher name = CLASS.matcher(location.asURI().toString());
        return !location.contains("/test-classes/")
                && name.matches()
                && Files.exists(MAIN.resolve(name.group(1) + ".java"));
    }
}
