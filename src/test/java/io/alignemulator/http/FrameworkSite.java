package io.alignemulator.http;

import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The site that the framework's answers were measured on: the demo set, its epics as they were then. */
final class FrameworkSite {

    private static final Path DATA = Path.of("src/test/resources/framework");

    private FrameworkSite() {}

    static JsonNode json(String file) {
        return JsonMapper.shared().readTree(text(DATA.resolve(file)));
    }

    /** Starts one on a copy of the fixtures in a folder. */
    static EmulatedSite start(Path folder) {
        try (Stream<Path> files = Files.list(Path.of("fixtures/demo"))) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(file.getFileName());
                if (file.endsWith("Epics.json")) {
                    Files.writeString(copy, epics(file).toString());
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return EmulatedSite.start(
                Settings.of(Map.of("port", "0", "rate-limit", "off", "console", "off", "fixtures", folder.toString())));
    }

    /** The keys that the measured site had; the site's own address is another. */
    static List<String> keys() {
        return json("seed.json").path(0).propertyNames().stream()
                .filter(key -> !key.equals("self"))
                .toList();
    }

    /** The demo set's epics under the measured values, and no others. */
    private static ArrayNode epics(Path file) {
        Map<Integer, ObjectNode> shipped = new HashMap<>();
        JsonMapper.shared()
                .readTree(text(file))
                .forEach(row -> shipped.put(row.path("id").asInt(), (ObjectNode) row));
        ArrayNode epics = JsonMapper.shared().createArrayNode();
        json("seed.json").forEach(row -> {
            ObjectNode epic = shipped.getOrDefault(
                    row.path("id").asInt(), JsonMapper.shared().createObjectNode());
            epic.remove(List.of("isCanceled", "parentId"));
            epic.setAll((ObjectNode) row);
            epic.remove("self");
            epics.add(epic);
        });
        return epics;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
