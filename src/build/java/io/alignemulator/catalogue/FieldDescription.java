package io.alignemulator.catalogue;

import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Build step: what the OpenAPI document says in words about one field, because a schema cannot. */
final class FieldDescription {

    private static final Map<Trait, String> SENTENCES = sentences();

    private FieldDescription() {}

    /** Sentences, empty when there is nothing to say; {@code source} is the field as written in the catalogue. */
    static String of(Field field, JsonNode source) {
        List<String> parts = new ArrayList<>();
        CatalogueReader.text(source, "description").ifPresent(text -> parts.add(sentence(text)));
        field.reference().ifPresent(reference -> parts.add(reference(reference)));
        values(field).ifPresent(parts::add);
        if (field.derived().isPresent()) {
            parts.add("Computed by the server.");
        }
        if (field.write() == Write.ON_CREATE) {
            parts.add("Taken on create only.");
        }
        if (field.fallback() != null) {
            parts.add("Defaults to " + field.fallback() + ".");
        }
        SENTENCES.forEach((trait, sentence) -> {
            if (field.is(trait)) {
                parts.add(sentence);
            }
        });
        field.requiredWhen().ifPresent(condition -> parts.add(condition(condition)));
        evidence(source, parts);
        return String.join(" ", parts);
    }

    /** The text with a capital first and a full stop last. */
    static String sentence(String text) {
        String start = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }

    private static String reference(Reference reference) {
        String targets = reference.targets().stream()
                .map(t -> t.resource() + "." + t.path())
                .collect(Collectors.joining(" or "));
        return "Holds " + targets + "."
                + (reference.none().isEmpty() ? "" : " " + join(reference.none()) + " means none.")
                + (reference.mustBeActive() ? " The record must be active." : "");
    }

    private static Optional<String> values(Field field) {
        if (!field.labels().isEmpty()) {
            return Optional.of(labels(field.labels()));
        }
        if (field.type().format().equals("flag")) {
            return Optional.of("1 means yes, 0 no.");
        }
        return field.allowed().isEmpty() ? Optional.empty() : Optional.of("Values: " + join(field.allowed()) + ".");
    }

    private static String labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(e -> e.getKey().equals(e.getValue()) ? e.getKey() : e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", ", "Values: ", "."));
    }

    private static String condition(Field.Condition condition) {
        return "Required when " + condition.field() + " is " + join(condition.values()) + ".";
    }

    private static void evidence(JsonNode source, List<String> parts) {
        CatalogueReader.text(source, "x-note").ifPresent(note -> parts.add(sentence(note)));
        Optional<String> type = CatalogueReader.text(source, "x-type-evidence");
        type.ifPresent(level -> parts.add("Evidence of the type: " + level + "."));
        CatalogueReader.text(source, "x-source").ifPresent(key -> parts.add("Source: " + key + "."));
    }

    private static String join(List<Object> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    private static Map<Trait, String> sentences() {
        Map<Trait, String> sentences = new LinkedHashMap<>();
        sentences.put(Trait.DEFAULT_NOW, "Defaults to the time of the request.");
        sentences.put(Trait.DEFAULT_TODAY, "Defaults to the midnight before the request.");
        sentences.put(Trait.DEFAULT_NEXT, "Given by the server to an element that comes without one.");
        sentences.put(Trait.OWNER, "An inactive user cannot become it.");
        sentences.put(Trait.UNIQUE, "Unique.");
        sentences.put(Trait.REQUIRED_ON_CREATE, "A create needs it.");
        sentences.put(Trait.REQUIRED_OPTION, "Some sites require it.");
        sentences.put(Trait.NULL_IN_LIST, "Null in lists.");
        sentences.put(Trait.OMIT_WHEN_NULL, "Left out when there is none.");
        return Collections.unmodifiableMap(sentences);
    }
}
