package io.alignemulator.drift.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads shapes out of records. Below a key that the catalogue does not know nothing is looked at: its keys could be values. */
public final class ShapeReader {

    private final Words words;
    private final String site;
    private final String path;
    private final boolean namesKeys;

    /**
     * @param site scheme, host and port
     * @param path of the collection, as its addresses spell it
     */
    public ShapeReader(Words words, String site, String path) {
        this(words, site, path, true);
    }

    private ShapeReader(Words words, String site, String path, boolean namesKeys) {
        this.words = words;
        this.site = site;
        this.path = path;
        this.namesKeys = namesKeys;
    }

    /** One for objects whose keys may be what a site calls its own things: those that the catalogue does not know are not named. */
    public ShapeReader discreet() {
        return new ShapeReader(words, site, path, false);
    }

    /** What all records have in common, and what only some have. */
    public Shape records(List<JsonNode> records, Structure structure) {
        return records.stream()
                .map(each -> value("", each, Optional.of(structure)))
                .reduce(Shape.NOTHING, Shape::and);
    }

    private Shape value(String key, JsonNode node, Optional<Structure> structure) {
        return switch (node.getNodeType()) {
            case NUMBER -> Shape.of(node.isIntegralNumber() ? "integer" : "number");
            case BOOLEAN -> Shape.of("boolean");
            case STRING ->
                Shape.text(
                        key.equals("self") ? words.address(node.asString(), site, path) : TextForm.of(node.asString()));
            case ARRAY ->
                Shape.array(node.valueStream()
                        .map(each -> value(key, each, structure))
                        .reduce(Shape.NOTHING, Shape::and));
            case OBJECT -> structure.map(each -> object(node, each)).orElseGet(() -> Shape.of("object"));
            default -> Shape.of("null");
        };
    }

    private Shape object(JsonNode node, Structure structure) {
        Map<String, Shape> keys = new LinkedHashMap<>();
        node.forEachEntry(
                (key, each) -> keys.merge(name(key, structure), value(key, each, structure.below(key)), Shape::and));
        return Shape.object(keys);
    }

    private String name(String key, Structure structure) {
        if (structure.field(key).isPresent() || structure.added(key).isPresent()) {
            return key;
        }
        if (structure.isDynamic(key)) {
            return "{dynamic}";
        }
        return namesKeys ? words.key(key) : "{key}";
    }
}
