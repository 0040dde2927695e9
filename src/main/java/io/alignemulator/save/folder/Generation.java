package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the files that belong together. */
record Generation(Path folder, int number) {

    private static final Pattern OURS = Pattern.compile("align-[0-9]+\\.(log|table)|" + Pattern.quote(Manifest.NEXT));

    Path log() {
        return folder.resolve("align-" + number + ".log");
    }

    Path table() {
        return folder.resolve("align-" + number + ".table");
    }

    Generation next() {
        return new Generation(folder, number + 1);
    }

    /** The files of all other generations in the folder: those that a process left behind when it ended while it made or deleted them. */
    List<Path> others() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !file.equals(log()) && !file.equals(table()))
                    .toList();
        }
    }
}
