package io.alignemulator.save.folder;

import io.alignemulator.world.Row;
import io.alignemulator.world.RowKey;
import io.alignemulator.world.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of saved sites, as tests see them. */
final class Saves {

    /** So small that every few batches begin another generation. */
    static final long SHORT = 2_000;

    private Saves() {}

    static SaveFolder open(Path folder) {
        return SaveFolder.open(folder, Rows.CATALOGUE);
    }

    static SaveFolder openShort(Path folder) {
        return SaveFolder.open(folder, Rows.CATALOGUE, new Disk(), SHORT);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The documents as text. */
    static Map<String, String> documents(SaveFolder save) {
        Map<String, String> documents = new TreeMap<>();
        save.documents().forEach((name, content) -> documents.put(name, new String(content, StandardCharsets.UTF_8)));
        return documents;
    }

    /** What is saved of a world: each row, or nothing for one that was removed. */
    static Map<String, Optional<Row>> rows(SaveFolder save, String world) {
        Map<String, Optional<Row>> rows = new TreeMap<>();
        save.rows(world).ifPresent(saved -> {
            saved.rows().forEach(row -> rows.put(row.toString(), Optional.of(row)));
            saved.removed().forEach(key -> rows.put(told(key), Optional.empty()));
        });
        return rows;
    }

    static String told(RowKey key) {
        return key.resource() + "/" + key.id();
    }

    /** All files with their content and the time of their last change. */
    static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = isLock(file) ? "" : sha256(Files.readAllBytes(file));
                files.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reading a lock file would release the lock, and there is nothing in it. */
    private static boolean isLock(Path file) {
        return file.endsWith("align.lock") || file.endsWith("align.guard");
    }

    static void copy(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                if (!isLock(file)) {
                    Files.copy(file, to.resolve(file.getFileName().toString()));
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
