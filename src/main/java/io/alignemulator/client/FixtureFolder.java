package io.alignemulator.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fixture files of a folder as one document; what is in them is for the emulator to judge. */
final class FixtureFolder {

    private static final String ENDING = ".json";

    private FixtureFolder() {}

    static Map<String, Object> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder.toAbsolutePath()
                    + ", and the shipped sets are empty, minimal and demo");
        }
        try (Stream<Path> list = Files.list(folder)) {
            Map<String, Object> document = new LinkedHashMap<>();
            List<Path> files = list.filter(
                            file -> name(file).endsWith(ENDING) && !name(file).startsWith("."))
                    .sorted()
                    .toList();
            for (Path file : files) {
                document.put(
                        name(file).substring(0, name(file).length() - ENDING.length()),
                        ControlApi.parsed(Files.readString(file), Object.class));
            }
            if (document.isEmpty()) {
                throw new IllegalArgumentException(
                        "The folder " + folder + " holds no fixture file such as Users.json");
            }
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
