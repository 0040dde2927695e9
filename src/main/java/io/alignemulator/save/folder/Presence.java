package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether the files of a folder are those that were opened: one that was removed or replaced meanwhile takes whatever is written, and nobody ever finds it. */
record Presence(Path folder, Map<Path, Object> keys) {

    private static final String ABSENT = "absent";

    /** What identifies a log and the lock of its folder now. */
    static Presence of(Path log) throws IOException {
        Path folder = Objects.requireNonNull(log.toAbsolutePath().getParent());
        Map<Path, Object> keys = new LinkedHashMap<>();
        for (Path file : new Path[] {log, folder.resolve(FolderLock.LOCK)}) {
            keys.put(file, key(file));
        }
        return new Presence(folder, keys);
    }

    /** @throws IOException when they are others, or gone */
    void check() throws IOException {
        for (Map.Entry<Path, Object> file : keys.entrySet()) {
            if (!key(file.getKey()).equals(file.getValue())) {
                throw new IOException("the folder was removed or replaced while the emulator used it");
            }
        }
    }

    /** What the file system knows a file by, or when it was made where it knows none by anything. */
    private static Object key(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.ofNullable(attributes.fileKey()).orElse(attributes.creationTime());
        } catch (NoSuchFileException e) {
            return ABSENT;
        }
    }
}
