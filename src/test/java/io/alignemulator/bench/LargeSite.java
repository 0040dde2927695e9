package io.alignemulator.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a large site of the demo set: structure, people and plan stay, and each feature is repeated with its stories,
 * their tasks and their defects until there are enough records. The same number gives the same files. Copies have ids
 * and external keys of their own and their number in the title, so that every write of the API would accept them.
 */
public final class LargeSite {

    private static final Path DEMO = Path.of("fixtures/demo");
    private static final String ENDING = ".json";

    /** What is repeated, from the feature down, with the fields that name a record of it. */
    private static final Map<String, Map<String, String>> REPEATED = repeated();

    private final Map<String, List<ObjectNode>> originals = new LinkedHashMap<>();
    private final Map<Long, Map<String, List<ObjectNode>>> byFeature = new LinkedHashMap<>();
    private final Map<String, Writer> writers = new HashMap<>();
    private long total;
    private long highestId;

    private LargeSite() {}

    /** Arguments: the folder to write, and how many records the site has at least; at most one feature's are more. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Long.parseLong(args[1]));
    }

    /**
     * Writes a set of fixtures.
     *
     * @param records of the whole site; the demo set's own is the least
     * @return how many there are
     */
    public static long write(Path folder, long records) throws IOException {
        Files.createDirectories(folder);
        LargeSite site = new LargeSite();
        site.copyRest(folder);
        site.group();
        try {
            for (String file : REPEATED.keySet()) {
                Writer writer = Files.newBufferedWriter(folder.resolve(file + ENDING));
                site.writers.put(file, writer);
                writer.write("[");
            }
            site.writeAll(records);
            for (Writer writer : site.writers.values()) {
                writer.write("\n]\n");
            }
        } finally {
            for (Writer writer : site.writers.values()) {
                writer.close();
            }
        }
        return site.total;
    }

    private void copyRest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(DEMO)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(ENDING, "");
                JsonNode array = JsonMapper.shared().readTree(file.toFile());
                array.forEach(record ->
                        highestId = Math.max(highestId, record.path("id").asLong(0)));
                if (REPEATED.containsKey(name)) {
                    List<ObjectNode> list = new ArrayList<>();
                    array.forEach(record -> list.add((ObjectNode) record));
                    originals.put(name, list);
                } else {
                    Files.copy(file, folder.resolve(name + ENDING), StandardCopyOption.REPLACE_EXISTING);
                }
                total += array.size();
            }
        }
    }

    /** Finds for each feature what stands below it. */
    private void group() {
        Map<Long, Long> featureOfStory = new HashMap<>();
        originals("Features").forEach(feature -> byFeature.put(id(feature, "id"), new HashMap<>()));
        originals("Stories").forEach(story -> featureOfStory.put(id(story, "id"), id(story, "featureId")));
        REPEATED.keySet().forEach(file -> originals(file).forEach(record -> byFeature
                .get(
                        switch (file) {
                            case "Features" -> id(record, "id");
                            case "Stories" -> id(record, "featureId");
                            default -> featureOfStory.get(id(record, "storyId"));
                        })
                .computeIfAbsent(file, name -> new ArrayList<>())
                .add(record)));
    }

    private void writeAll(long records) throws IOException {
        String separator = "\n";
        for (String file : REPEATED.keySet()) {
            for (ObjectNode record : originals(file)) {
                writers.get(file).append(separator).append(record.toString());
                separator = ",\n";
            }
            separator = "\n";
        }
        for (int round = 2; total < records; round++) {
            for (Map<String, List<ObjectNode>> family : byFeature.values()) {
                if (total >= records) {
                    return;
                }
                copy(family, round);
            }
        }
    }

    private void copy(Map<String, List<ObjectNode>> family, int round) throws IOException {
        Map<String, Map<Long, Long>> ids = new HashMap<>();
        family.forEach((file, records) -> records.forEach(
                record -> ids.computeIfAbsent(file, name -> new HashMap<>()).put(id(record, "id"), ++highestId)));
        for (String file : REPEATED.keySet()) {
            for (ObjectNode original : family.getOrDefault(file, List.of())) {
                ObjectNode copy = original.deepCopy();
                String suffix = String.valueOf(ids.get(file).get(id(original, "id")));
                REPEATED.get(file).forEach((field, target) -> {
                    Long id = ids.getOrDefault(target, Map.of()).get(id(original, field));
                    if (id != null) {
                        copy.put(field, id);
                    }
                });
                copy.put("title", original.path("title").asString() + " (" + round + ")");
                for (String external : List.of("externalKey", "externalId")) {
                    if (copy.has(external)) {
                        copy.put(external, original.path(external).asString() + "-" + suffix);
                    }
                }
                writers.get(file).append(",\n").append(copy.toString());
                total++;
            }
        }
    }

    private List<ObjectNode> originals(String file) {
        return originals.getOrDefault(file, List.of());
    }

    /** The id under a key; 0, which no record has, when there is none. */
    private static long id(ObjectNode record, String key) {
        return record.path(key).asLong(0);
    }

    private static Map<String, Map<String, String>> repeated() {
        Map<String, Map<String, String>> files = new LinkedHashMap<>();
        files.put("Features", Map.of("id", "Features"));
        files.put("Stories", Map.of("id", "Stories", "featureId", "Features"));
        files.put("Tasks", Map.of("id", "Tasks", "storyId", "Stories"));
        files.put("Defects", Map.of("id", "Defects", "storyId", "Stories", "duplicateOf", "Defects"));
        return files;
    }
}
