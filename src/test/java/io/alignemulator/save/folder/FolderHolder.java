package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.file.Path;

/** A program that opens the folder of its argument, says so, and keeps it open until its input ends. */
final class FolderHolder {

    private FolderHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (SaveFolder save = Saves.open(Path.of(arguments[0]))) {
            System.out.println("open " + save.documents().size());
            while (System.in.read() >= 0) {}
        } catch (SaveException e) {
            System.out.println(e.getMessage());
        }
    }
}
