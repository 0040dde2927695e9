package io.alignemulator.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Build step: a jar of the licences of everything that the relocated jar carries, which that jar takes in. It holds the
 * licence and notice files of each library below {@code META-INF/licenses/<artifact>/}, the texts that libraries refer
 * to and do not bring, and the list {@code META-INF/licenses/THIRD-PARTY.txt}. A library whose licence has no text here
 * ends the build.
 */
public final class Licences {

    private static final String FOLDER = "META-INF/licenses/";
    private static final Pattern FILE =
            Pattern.compile("(?i)(.*/)?([\\w.-]*LICEN[CS]E|[\\w.-]*NOTICE|COPYING)([.](txt|md))?");

    /** The texts of licences by words that the POMs of libraries use for them; of several the first here is taken. */
    private static final Map<String, Pattern> TEXTS = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "Apache-2.0",
            Pattern.compile("(?i).*apache.*2([.]0)?.*"),
            "EPL-2.0",
            Pattern.compile("(?i).*(EPL|eclipse public license).*2[.]0.*"),
            "Go",
            Pattern.compile("(?i)go license"))));

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, byte[]> texts = new TreeMap<>();
    private final StringBuilder list =
            new StringBuilder("What this jar carries besides the emulator, with the licences of each.\n");

    private Licences() {}

    /** Arguments: the libraries as a class path in a Maven repository, the root of the project, the jar to write. */
    public static void main(String[] args) throws IOException {
        Licences licences = new Licences();
        Path root = Path.of(args[1]);
        licences.texts.put("Apache-2.0", Files.readAllBytes(root.resolve("LICENSE")));
        licences.texts.put("EPL-2.0", Files.readAllBytes(root.resolve("src/relocated/licences/EPL-2.0.txt")));
        licences.texts.put("Go", Files.readAllBytes(root.resolve("src/relocated/licences/Go.txt")));
        licences.entries.put("META-INF/LICENSE", Files.readAllBytes(root.resolve("LICENSE")));
        List<Path> jars = Arrays.stream(
                        Files.readString(Path.of(args[0])).strip().split(":|;(?=[A-Z]:)"))
                .map(Path::of)
                .sorted()
                .toList();
        for (Path jar : jars) {
            licences.add(jar);
        }
        licences.entries.put(
                FOLDER + "THIRD-PARTY.txt", licences.list.toString().getBytes(StandardCharsets.UTF_8));
        licences.write(Path.of(args[2]));
    }

    private void add(Path jar) throws IOException {
        Path version = parent(jar);
        String artifact = name(parent(version));
        List<Pom.Licence> declared = Pom.beside(jar).licences();
        List<String> files = own(jar, artifact);
        if (files.stream().noneMatch(file -> !file.toUpperCase(Locale.ROOT).contains("NOTICE"))) {
            String id = declared.stream()
                    .flatMap(licence -> TEXTS.entrySet().stream()
                            .filter(text ->
                                    text.getValue().matcher(licence.name()).matches())
                            .map(Map.Entry::getKey))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            artifact + " brings no licence, and there is no text here of " + declared));
            entries.put(FOLDER + id + ".txt", texts.getOrDefault(id, new byte[0]));
            files.add(FOLDER + id + ".txt");
        }
        list.append("\n").append(artifact).append(" ").append(name(version)).append("\n");
        declared.forEach(licence -> list.append("  ")
                .append(licence.name())
                .append(" ")
                .append(licence.url())
                .append("\n"));
        files.forEach(file -> list.append("  ").append(file).append("\n"));
    }

    /** Takes over what the library itself says; the names of the files taken. */
    private List<String> own(Path jar, String artifact) throws IOException {
        List<String> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && FILE.matcher(entry.getName()).matches()) {
                    String file = FOLDER + artifact + "/" + name(Path.of(entry.getName()));
                    try (InputStream in = zip.getInputStream(entry)) {
                        entries.put(file, in.readAllBytes());
                    }
                    files.add(file);
                }
            }
        }
        return files;
    }

    private void write(Path jar) throws IOException {
        Files.createDirectories(parent(jar));
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        }
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " lies nowhere");
        }
        return parent;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
