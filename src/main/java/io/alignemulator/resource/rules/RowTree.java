package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Json;
import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.values.ValueWriter;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.util.TokenBuffer;

/** The JSON tree of a row, as JSON Patch and the schemas see it: visible keys, nothing left out when null. */
public final class RowTree {

    private RowTree() {}

    /** Of some of its fields. */
    public static ObjectNode of(Row row, Iterable<Field> fields) {
        ObjectNode tree = Json.object();
        for (Field field : fields) {
            if (field.isPrinted()) {
                tree.set(field.name(), node(field, RowPrinter.value(row, field, false)));
            }
        }
        return tree;
    }

    /** As the writer of answers prints it; nothing and a text, which is most of every record, are what they are. */
    public static JsonNode node(Field field, @Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof String text) {
            return StringNode.valueOf(text);
        }
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            new ValueWriter(buffer, DateFormat.MILLIS).value(field.type(), value);
            JsonParser parser = buffer.asParser();
            parser.nextToken();
            return Json.value(parser);
        }
    }
}
