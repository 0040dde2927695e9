package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that says which other files of the folder count: a few lines of text, replaced as a whole. The first two lines and the last one, the checksum of all before it, stay
 * the same in every format.
 *
 * @param generation number in the names of the table and the log
 * @param tableLength bytes of the table; 0 when there is none
 * @param tableSum checksum of the table
 */
record Manifest(int generation, long tableLength, int tableSum) {

    /** The format that this version writes, and the newest that it reads. */
    static final int FORMAT = 1;

    static final String NAME = "align.save";
    static final String NEXT = "align.save.new";

    private static final String TITLE = "jira-align-emulator save\n";
    private static final Pattern FORMAT_LINE = Pattern.compile(TITLE + "format ([0-9]{1,9})\n");
    private static final Pattern LINES =
            Pattern.compile(FORMAT_LINE.pattern() + "generation ([0-9]{1,9})\ntable ([0-9]{1,18}) ([0-9a-f]{8})\n");
    private static final int SUM_LENGTH = 13;
    private static final int LONGEST = 4096;

    boolean hasTable() {
        return tableLength > 0;
    }

    /** The manifest of a folder; empty when there is none. */
    static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw foreign(folder);
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(TITLE)) {
            throw foreign(folder);
        }
        return Optional.of(parse(folder, file, text));
    }

    private static SaveException foreign(Path folder) {
        return SaveException.refused(
                folder, "its file " + NAME + " was not written by this emulator; nothing was changed");
    }

    private static Manifest parse(Path folder, Path file, String text) {
        int end = Math.max(0, text.length() - SUM_LENGTH);
        String lines = text.substring(0, end);
        Matcher format = FORMAT_LINE.matcher(lines);
        if (!text.equals(lines + sum(lines)) || !format.lookingAt()) {
            throw SaveException.damaged(file, "its checksum");
        }
        if (Integer.parseInt(format.group(1)) > FORMAT) {
            throw SaveException.refused(
                    folder,
                    "it was saved by a newer version (format " + format.group(1) + ", this one reads " + FORMAT
                            + "); nothing was changed");
        }
        Matcher values = LINES.matcher(lines);
        if (!values.matches()) {
            throw SaveException.damaged(file, "its lines");
        }
        return new Manifest(
                Integer.parseInt(values.group(2)),
                Long.parseLong(values.group(3)),
                Integer.parseUnsignedInt(values.group(4), 16));
    }

    void write(Disk disk, Path folder) throws IOException {
        prepare(disk, folder);
        exchange(disk, folder);
    }

    /** Writes it beside the present one, which counts until the {@link #exchange}. */
    void prepare(Disk disk, Path folder) throws IOException {
        String lines = TITLE + "format " + FORMAT + "\ngeneration " + generation
                + String.format("\ntable %d %08x\n", tableLength, tableSum);
        byte[] text = (lines + sum(lines)).getBytes(StandardCharsets.ISO_8859_1);
        Path next = folder.resolve(NEXT);
        try (FileChannel channel = disk.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            disk.write(channel, ByteBuffer.wrap(text), 0);
            disk.force(channel);
        }
    }

    /** Puts the one that was prepared in the place of the present one. */
    static void exchange(Disk disk, Path folder) throws IOException {
        disk.replace(folder.resolve(NEXT), folder.resolve(NAME));
        disk.forceFolder(folder);
    }

    private static String sum(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.ISO_8859_1);
        return String.format("sum %08x\n", Checksum.of(bytes, bytes.length));
    }
}
