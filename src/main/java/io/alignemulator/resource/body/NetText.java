package io.alignemulator.resource.body;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values as the framework writes them: into sentences, and as the JSON from which it converts them. */
public final class NetText {

    private NetText() {}

    /** A value inside a sentence: nothing for null, {@code True}, {@code 1.5}, a date month first, lists and objects on several lines. */
    public static String shown(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        if (value.isFloatingPointNumber()) {
            return decimal(value.doubleValue());
        }
        if (value.isContainer()) {
            StringBuilder text = new StringBuilder();
            write(value, text, "\n");
            return text.toString();
        }
        return value.isString() ? text(value.stringValue()) : value.toString();
    }

    /** The date that the framework made of a text; any other text as it is. */
    private static String text(String text) {
        return DateTexts.timestamp(text)
                .filter(found -> DateTexts.written(found.instant()).equals(text))
                .map(found -> date(found.instant().toString()))
                .orElse(text);
    }

    /** A date inside a sentence. */
    public static String date(String iso) {
        return iso.substring(5, 7) + "/" + iso.substring(8, 10) + "/" + iso.substring(0, 4) + " "
                + iso.substring(11, 19);
    }

    /** A date as the framework writes it into JSON. */
    public static String timestamp(Instant instant) {
        return DateTexts.written(instant);
    }

    /** A value as JSON on one line. */
    public static String json(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text, "");
        return text.toString();
    }

    /** @param line what begins a line: the line's end and its indent; empty for JSON on one line */
    private static void write(JsonNode value, StringBuilder text, String line) {
        String inner = line.isEmpty() ? "" : line + "  ";
        if (value.isObject()) {
            text.append('{');
            String separator = inner;
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                text.append(separator)
                        .append(JsonNodeFactory.instance.stringNode(member.getKey()))
                        .append(line.isEmpty() ? ":" : ": ");
                write(member.getValue(), text, inner);
                separator = "," + inner;
            }
            text.append(value.isEmpty() ? "" : line).append('}');
        } else if (value.isArray()) {
            text.append('[');
            String separator = inner;
            for (JsonNode element : value) {
                text.append(separator);
                write(element, text, inner);
                separator = "," + inner;
            }
            text.append(value.isEmpty() ? "" : line).append(']');
        } else if (value.isFloatingPointNumber()) {
            text.append(number(value.doubleValue()));
        } else {
            text.append(value);
        }
    }

    private static String number(double number) {
        if (!Double.isFinite(number)) {
            return "\"" + number + "\"";
        }
        String written = decimal(number);
        return written.contains(".") || written.contains("E") ? written : written + ".0";
    }

    /** Digits up to fifteen before the point and five zeros behind it; beyond them with an exponent. */
    static String decimal(double number) {
        if (!Double.isFinite(number) || number == 0) {
            return Double.isFinite(number) ? "0" : Double.toString(number);
        }
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return digits.toPlainString();
        }
        String unscaled = digits.unscaledValue().abs().toString();
        String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
        return (number < 0 ? "-" : "")
                + unscaled.charAt(0)
                + fraction
                + String.format(Locale.ROOT, "E%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
