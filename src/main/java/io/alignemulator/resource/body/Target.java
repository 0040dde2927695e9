package io.alignemulator.resource.body;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Kind;
import java.util.Optional;

/**
 * What a value of a body is read as.
 *
 * @param nullable whether the framework holds null there: it does for everything but numbers, flags and dates that the model does not call nullable
 * @param items of a list
 * @param shape of an object; empty for one that may hold anything
 */
public record Target(Kind kind, boolean nullable, Optional<Target> items, Optional<BodyShape> shape) {

    /** The value of a field of a record, or of an object inside one. */
    public static Target of(Field field, String resource) {
        return of(field.type(), field.nullable(), resource);
    }

    static Target of(FieldType type, boolean nullable, String resource) {
        Optional<BodyShape> shape = type.model().map(model -> BodyShape.of(model, resource));
        if (type.isArray()) {
            Kind items = type.items().orElseThrow();
            return new Target(
                    Kind.ARRAY,
                    true,
                    Optional.of(new Target(items, !isValue(items), Optional.empty(), shape)),
                    Optional.empty());
        }
        return new Target(type.kind(), nullable || !isValue(type.kind()), Optional.empty(), shape);
    }

    /** A whole record. */
    static Target of(BodyShape shape) {
        return new Target(Kind.OBJECT, true, Optional.empty(), Optional.of(shape));
    }

    private static boolean isValue(Kind kind) {
        return kind == Kind.INTEGER || kind == Kind.NUMBER || kind == Kind.BOOLEAN || kind == Kind.DATE_TIME;
    }

    boolean isFree() {
        return kind == Kind.OBJECT && shape.isEmpty();
    }

    /** The type, as the framework's sentences name it. */
    public String typeName() {
        return switch (kind) {
            case ARRAY ->
                "System.Collections.Generic.List`1[" + items.orElseThrow().typeName() + "]";
            case OBJECT -> shape.map(Target::objectName).orElse("Newtonsoft.Json.Linq.JObject");
            case STRING -> "System.String";
            default -> nullable ? "System.Nullable`1[" + valueName() + "]" : valueName();
        };
    }

    private static String objectName(BodyShape shape) {
        return shape.dynamic()
                .map(type -> "System.Collections.Generic.Dictionary`2[System.String,"
                        + of(type, true, "").typeName() + "]")
                .orElse(shape.name());
    }

    private String valueName() {
        return switch (kind) {
            case INTEGER -> "System.Int32";
            case NUMBER -> "System.Double";
            case BOOLEAN -> "System.Boolean";
            default -> "System.DateTime";
        };
    }

    /** What the framework would have liked to read, in the words of its sentences. */
    String expected() {
        return switch (kind) {
            case ARRAY -> "JSON array (e.g. [1,2,3])";
            case OBJECT -> "JSON object (e.g. {\"name\":\"value\"})";
            case STRING -> "JSON string value";
            default -> "JSON primitive value (e.g. string, number, boolean, null)";
        };
    }
}
