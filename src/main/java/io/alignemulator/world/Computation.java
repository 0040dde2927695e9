package io.alignemulator.world;

import io.alignemulator.catalogue.Derived;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computed fields that are no plain link, count or copy. A kind knows no resource: {@code x-derived} gives it the keys to compute from. */
enum Computation {

    /** The id as text, unless the record keeps another text. */
    ID_TEXT("idText") {
        @Override
        @Nullable
        Object value(Call call) {
            Object held = call.held();
            return held == null ? Long.toString(call.row().id()) : held;
        }
    },

    /** Texts of the record with a blank between them; kept while none of them changes, because old rows hold null. */
    JOIN("join") {
        @Override
        @Nullable
        Object value(Call call) {
            Row old = call.old();
            boolean same = old != null
                    && call.of().stream()
                            .allMatch(n -> Objects.equals(old.get(n), call.row().get(n)));
            return same ? call.held() : joined(call);
        }

        private @Nullable String joined(Call call) {
            String text = call.of().stream()
                    .map(call.row()::get)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
            return text.isEmpty() ? null : text;
        }
    },

    /** One of two texts, by the value of another key. */
    WHETHER("whether") {
        @Override
        Object value(Call call) {
            boolean is = call.text("is").equals(String.valueOf(call.value()));
            return call.text(is ? "then" : "else");
        }
    },

    /** What a value of a list means: of its own field, or of the one that another key picks. */
    LABEL("label") {
        @Override
        @Nullable
        Object value(Call call) {
            Optional<Field> list = call.has("by")
                    ? call.world()
                            .catalogue()
                            .picked(call.texts("cases"), call.row().get(call.text("by")))
                    : Optional.of(call.row().resource().field(call.text("of")));
            return list.map(field -> field.labels().get(String.valueOf(call.value())))
                    .orElse(null);
        }
    },

    /** How far a measured value has come from where it began to where it should go. */
    PROGRESS("progress") {
        @Override
        @Nullable
        Object value(Call call) {
            return Scores.progress(call);
        }
    },

    /** The mean of a score over the records that name this one, each with its weight; null while none has one. */
    WEIGHTED_MEAN("weightedMean") {
        @Override
        @Nullable
        Object value(Call call) {
            return Scores.weightedMean(call);
        }
    },

    /** Elements of an array carry besides what a client wrote what follows from it: {@code key=reference.key} copies, {@code key=list} says what a value of a list means. */
    ELEMENTS("elements") {
        @Override
        Object value(Call call) {
            Model model = call.field().type().model().orElseThrow();
            List<Object> elements = new ArrayList<>();
            for (Object each : call.held() instanceof List<?> list ? list : List.of()) {
                elements.add(each instanceof Map<?, ?> element ? completed(call, model, element) : each);
            }
            return List.copyOf(elements);
        }

        private Map<String, @Nullable Object> completed(Call call, Model model, Map<?, ?> element) {
            Map<String, @Nullable Object> complete = new LinkedHashMap<>();
            model.fields().forEach(f -> complete.put(f.name(), element.get(f.name())));
            for (String name : call.texts("names")) {
                String[] sides = name.split("[=.]");
                Field source = model.field(sides[1]).orElseThrow();
                Object value = element.get(source.name());
                complete.put(
                        sides[0],
                        sides.length > 2
                                ? named(call, source, value)
                                        .map(row -> row.get(sides[2]))
                                        .orElse(null)
                                : source.labels().get(String.valueOf(value)));
            }
            return Collections.unmodifiableMap(complete);
        }

        private Optional<Row> named(Call call, Field reference, @Nullable Object value) {
            return value == null
                    ? Optional.empty()
                    : call.world().resolve(reference.reference().orElseThrow(), value, call.row());
        }
    },

    /** {@code "<id> - <name>"} of the nested object that a reference names, or its name alone; null without one. */
    CAPTION("caption") {
        @Override
        @Nullable
        Object value(Call call) {
            Object id = call.value();
            Field reference = call.row().resource().field(call.of().get(0));
            Reference.Target target =
                    reference.reference().orElseThrow().targets().get(0);
            return id == null
                    ? null
                    : name(call.world(), target, id)
                            .map(name -> call.has("plain") ? name : id + " - " + name)
                            .orElse(null);
        }

        private Optional<Object> name(World world, Reference.Target target, Object id) {
            String array = target.path().split("\\.")[0];
            return world.table(target.resource()).find(target.path(), id).stream()
                    .flatMap(row -> row.get(array) instanceof List<?> list ? list.stream() : Stream.of())
                    .filter(each -> each instanceof Map<?, ?> map && id.equals(map.get("id")))
                    .map(each -> Objects.<Object>requireNonNullElse(((Map<?, ?>) each).get("name"), ""))
                    .findFirst();
        }
    },

    /** One entry for each custom field of the site, in their order, null while unset: the position is part of the API. */
    CUSTOM_FIELDS("customFields") {
        @Override
        @Nullable
        Object value(Call call) {
            return CustomFields.completed(call);
        }
    },

    /** The product of whole numbers, null while one is missing. */
    PRODUCT("product") {
        @Override
        @Nullable
        Object value(Call call) {
            long product = 1;
            for (String key : call.of()) {
                if (!(call.row().get(key) instanceof Long factor)) {
                    return null;
                }
                product *= factor;
            }
            return (double) product;
        }
    },

    /** The records that name this one, as nested objects. */
    RECORDS("records") {
        @Override
        Object value(Call call) {
            Model model = call.field().type().model().orElseThrow();
            return call.records().map(each -> nested(model, each)).toList();
        }

        private Map<String, @Nullable Object> nested(Model model, Row row) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            model.fields().forEach(field -> values.put(field.name(), row.get(field.name())));
            return Collections.unmodifiableMap(values);
        }
    },

    /** The sum of a key over the records that name this one. */
    SUM("sum") {
        @Override
        Object value(Call call) {
            return call.records()
                    .mapToLong(each -> each.get(call.of().get(0)) instanceof Long number ? number : 0)
                    .sum();
        }
    },

    /** How many different values a key has in the records that name this one. */
    DISTINCT("distinct") {
        @Override
        Object value(Call call) {
            return call.records()
                    .map(each -> each.get(call.of().get(0)))
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
        }
    },

    /** Of the records that name this one, the per cent that hold 1 in a flag, with one place behind the point. */
    PERCENT("percent") {
        @Override
        Object value(Call call) {
            List<Row> all = call.records().toList();
            long some = all.stream()
                    .filter(each -> Long.valueOf(1).equals(each.get(call.of().get(0))))
                    .count();
            return all.isEmpty() ? 0.0 : Math.round(some * 1000.0 / all.size()) / 10.0;
        }
    };

    /**
     * What is computed and from what.
     *
     * @param old the stored row before this write, if there was one
     */
    record Call(World world, @Nullable Row old, Row row, Field field, Derived.Computed derived) {

        /** What the record holds now. */
        @Nullable
        Object held() {
            return row.get(field);
        }

        List<String> of() {
            return texts("of");
        }

        /** What the record holds in the one key that is computed from. */
        @Nullable
        Object value() {
            return row.get(text("of"));
        }

        boolean has(String parameter) {
            return derived.parameters().containsKey(parameter);
        }

        String text(String parameter) {
            return texts(parameter).get(0);
        }

        List<String> texts(String parameter) {
            return Objects.requireNonNull(derived.parameters().get(parameter), parameter);
        }

        /** The records of the source that name this one; only those with 1 in the flag that {@code where} names, if there is one. */
        Stream<Row> records() {
            List<String> flag = derived.parameters().get("where");
            return world.naming(row, derived.source(), derived.over().orElseThrow()).stream()
                    .filter(each -> flag == null || Long.valueOf(1).equals(each.get(flag.get(0))));
        }
    }

    private static final Map<String, Computation> BY_KIND =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(each -> each.kind, each -> each));

    private final String kind;

    Computation(String kind) {
        this.kind = kind;
    }

    static @Nullable Object value(World world, @Nullable Row old, Row row, Field field, Derived.Computed derived) {
        return Objects.requireNonNull(BY_KIND.get(derived.kind()), derived.kind())
                .value(new Call(world, old, row, field, derived));
    }

    /** The field's value. */
    abstract @Nullable Object value(Call call);
}
