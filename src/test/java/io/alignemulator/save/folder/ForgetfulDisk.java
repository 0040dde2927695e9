package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk that remembers what it was made to keep, and can tell what a loss of power could leave: of everything written since a file was forced any sectors, in any order, of all
 * names since the folder was forced any of the old and any of the new ones.
 */
final class ForgetfulDisk extends WatchedDisk {

    private static final int SECTOR = 512;

    /** A file, whatever its name. */
    private static final class Content {
        byte[] forced = {};
    }

    private final Path folder;
    private final Random random;
    private final Map<FileChannel, Path> open = new HashMap<>();
    private final Map<Path, Content> names = new TreeMap<>();
    private Map<Path, Content> forcedNames = new TreeMap<>();

    ForgetfulDisk(Path folder, Random random, Watcher watcher) {
        super(watcher);
        this.folder = folder;
        this.random = random;
    }

    @Override
    FileChannel open(Path file, OpenOption... options) throws IOException {
        FileChannel channel = super.open(file, options);
        open.put(channel, file);
        names.computeIfAbsent(file, f -> new Content());
        return channel;
    }

    @Override
    void force(FileChannel channel) throws IOException {
        super.force(channel);
        Path file = open.get(channel);
        names.get(file).forced = Files.readAllBytes(file);
    }

    @Override
    void replace(Path by, Path file) throws IOException {
        super.replace(by, file);
        names.put(file, names.remove(by));
    }

    @Override
    void delete(Path file) throws IOException {
        super.delete(file);
        names.remove(file);
    }

    @Override
    void forceFolder(Path folder) throws IOException {
        super.forceFolder(folder);
        forcedNames = new TreeMap<>(names);
    }

    /** One of the folders that a loss of power at this moment could leave. */
    void afterLoss(Path image) throws IOException {
        Files.createDirectories(image);
        Map<Path, Content> all = new LinkedHashMap<>(forcedNames);
        names.forEach(all::putIfAbsent);
        for (Path name : all.keySet()) {
            Map<Path, Content> chosen = random.nextBoolean() ? names : forcedNames;
            Content content = chosen.get(name);
            if (content != null) {
                Files.write(image.resolve(folder.relativize(name)), mixed(content));
            }
        }
    }

    private byte[] mixed(Content content) throws IOException {
        byte[] written = content.forced;
        for (Map.Entry<Path, Content> each : names.entrySet()) {
            if (each.getValue() == content && Files.exists(each.getKey())) {
                written = Files.readAllBytes(each.getKey());
            }
        }
        byte[] forced = content.forced;
        byte[] mixed = (random.nextBoolean() ? written : forced).clone();
        for (int from = 0; from < mixed.length; from += SECTOR) {
            int to = Math.min(from + SECTOR, mixed.length);
            byte[] by = random.nextBoolean() ? written : forced;
            for (int i = from; i < to; i++) {
                mixed[i] = i < by.length ? by[i] : 0;
            }
        }
        return mixed;
    }
}
