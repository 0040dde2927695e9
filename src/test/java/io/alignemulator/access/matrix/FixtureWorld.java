package io.alignemulator.access.matrix;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A site as its fixture files say, as a JSON parser gives them: keys that were left out are missing. */
public final class FixtureWorld {

    private static final Catalogue CATALOGUE = Catalogue.load();

    private final Map<String, Map<Long, JsonNode>> records = new HashMap<>();
    private final Map<String, Long> tokens = new LinkedHashMap<>();

    private FixtureWorld(Map<String, JsonNode> files) {
        files.forEach((name, array) -> {
            Map<Long, JsonNode> byId = new TreeMap<>();
            array.forEach(row -> byId.put(row.path("id").asLong(), row));
            records.put(name, byId);
        });
        Optional.ofNullable(files.get("_tokens"))
                .ifPresent(array -> array.forEach(each -> tokens.put(
                        each.path("token").asString(), each.path("userId").asLong())));
    }

    /** The files of a folder. */
    public static FixtureWorld read(Path folder) {
        Map<String, JsonNode> files = new HashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString().replace(".json", ""), parse(Files.readString(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FixtureWorld(files);
    }

    /** A world of a few lines: content by name of the file without its ending. */
    static FixtureWorld of(Map<String, String> files) {
        Map<String, JsonNode> parsed = new HashMap<>();
        files.forEach((name, json) -> parsed.put(name, parse(json)));
        return new FixtureWorld(parsed);
    }

    /** The same as what a random site writes. */
    public static FixtureWorld of(RandomSite site) {
        Map<String, JsonNode> files = new HashMap<>(site.files());
        return new FixtureWorld(files);
    }

    private static JsonNode parse(String json) {
        return JsonMapper.shared().readTree(json);
    }

    /** The user of each token, in the order of the file. */
    public Map<String, Long> tokens() {
        return tokens;
    }

    /** The records of a resource by ascending id. */
    public List<JsonNode> records(String resource) {
        return List.copyOf(byId(resource).values());
    }

    Optional<JsonNode> find(String resource, long id) {
        return Optional.ofNullable(byId(resource).get(id));
    }

    /** A record, or a node that is missing. */
    public JsonNode get(String resource, long id) {
        return find(resource, id).orElse(MissingNode.getInstance());
    }

    private Map<Long, JsonNode> byId(String resource) {
        return records.getOrDefault(fileOf(CATALOGUE.resource(resource)), Map.of());
    }

    /** Where a resource's records stand: in the file of its collection, or of its own name where the address has several segments. */
    static String fileOf(Resource resource) {
        return resource.collection().contains("/") ? resource.name() : resource.collection();
    }

    static Catalogue catalogue() {
        return CATALOGUE;
    }
}
