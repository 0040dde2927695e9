package io.alignemulator.resource.body;

import io.alignemulator.resource.body.DateTexts.Form;
import io.alignemulator.resource.body.token.BodyToken;
import io.alignemulator.resource.body.token.ReadException;
import io.alignemulator.resource.body.token.SiteReader;
import io.alignemulator.rules.RuleId;
import io.alignemulator.values.Dates;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The conversions of scalars by the model's types, all of them: what stands in the body, what the model wants, what is stored (rules BODY-01 to BODY-03 and BODY-05). For one
 * thread.
 */
public final class Conversions {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Options options;
    private final boolean strict;
    private final Set<RuleId> notes = EnumSet.noneOf(RuleId.class);

    public Conversions(Options options) {
        this.options = options;
        this.strict = options.isStrict();
    }

    Options options() {
        return options;
    }

    /** The rules by which something was read otherwise than it looks. */
    public Set<RuleId> notes() {
        return notes;
    }

    /** Notes a rule by which something was read otherwise than it looks. */
    public void note(RuleId rule) {
        notes.add(rule);
    }

    /** The value on which the reader stands, for a scalar of the model. Refuses what cannot be converted. */
    JsonNode scalar(SiteReader reader, Target target) {
        Object value = reader.value();
        if (value == null) {
            return nothing(reader, target);
        }
        return switch (target.kind()) {
            case STRING -> text(reader, target, value);
            case INTEGER -> integer(reader, target, value);
            case NUMBER -> decimal(reader, target, value);
            case BOOLEAN -> flag(reader, target, value);
            default -> date(reader, target, value);
        };
    }

    private static JsonNode nothing(SiteReader reader, Target target) {
        if (!target.nullable()) {
            throw unconverted(reader, null, target);
        }
        return NODES.nullNode();
    }

    private JsonNode text(SiteReader reader, Target target, Object value) {
        if (reader.token() != BodyToken.TEXT) {
            if (strict) {
                throw unconverted(reader, value, target);
            }
            if (reader.token() != BodyToken.INTEGER) {
                note(RuleId.BODY_01);
            }
        }
        return NODES.stringNode(value.toString());
    }

    private JsonNode integer(SiteReader reader, Target target, Object value) {
        if (value instanceof Integer number) {
            return NODES.numberNode(number.longValue());
        }
        String text = value.toString();
        return text.isEmpty()
                ? empty(reader, target, RuleId.BODY_01)
                : TextConversions.integer(text, options.wholeIntegers())
                        .<JsonNode>map(number -> NODES.numberNode(number.longValue()))
                        .orElseThrow(() -> unread(reader, text, "integer"));
    }

    private JsonNode decimal(SiteReader reader, Target target, Object value) {
        if (value instanceof Double number) {
            return NODES.numberNode(number.doubleValue());
        }
        String text = value.toString();
        if (text.isEmpty()) {
            return empty(reader, target, RuleId.BODY_01);
        }
        double number = TextConversions.decimal(text).orElseThrow(() -> unread(reader, text, "double"));
        if (text.contains(",")) {
            if (strict) {
                throw unread(reader, text, "double");
            }
            note(RuleId.BODY_03);
        }
        return NODES.numberNode(number);
    }

    private JsonNode flag(SiteReader reader, Target target, Object value) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        String text = value.toString();
        return text.isEmpty()
                ? empty(reader, target, RuleId.BODY_01)
                : TextConversions.flag(text)
                        .<JsonNode>map(NODES::booleanNode)
                        .orElseThrow(() -> unread(reader, text, "boolean"));
    }

    private JsonNode date(SiteReader reader, Target target, Object value) {
        String text = value.toString();
        if (text.isEmpty()) {
            return empty(reader, target, RuleId.BODY_05);
        }
        DateTexts.Found found = DateTexts.read(text, options.now()).orElseThrow(() -> unread(reader, text, "DateTime"));
        if (found.form() == Form.LOOSE) {
            if (strict) {
                throw unread(reader, text, "DateTime");
            }
            note(RuleId.BODY_05);
        } else if (found.form() == Form.ZONELESS) {
            note(RuleId.BODY_07);
        }
        return NODES.stringNode(Dates.millis(found.instant()));
    }

    /** An empty text is null, where there may be null. */
    private JsonNode empty(SiteReader reader, Target target, RuleId rule) {
        JsonNode nothing = nothing(reader, target);
        if (strict) {
            throw unconverted(reader, "", target);
        }
        note(rule);
        return nothing;
    }

    private static ReadException unread(SiteReader reader, String text, String type) {
        return reader.problem("Could not convert string to " + type + ": " + text + ".");
    }

    /** The value on which the reader stands is nothing of that type. */
    static ReadException unconverted(SiteReader reader, @Nullable Object value, Target target) {
        String shown = value == null
                ? "{null}"
                : value instanceof String text && reader.token() == BodyToken.TEXT
                        ? "\"" + text + "\""
                        : value instanceof Boolean flag ? (flag ? "True" : "False") : value.toString();
        return reader.problem("Error converting value " + shown + " to type '" + target.typeName() + "'.");
    }
}
