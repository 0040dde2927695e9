package io.alignemulator.catalogue;

import io.alignemulator.catalogue.Field.Condition;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what {@link PackedCatalogue} reads: the same catalogue gives the same bytes. */
final class CataloguePacker {

    /** Writes one value. */
    @FunctionalInterface
    private interface Writer<T> {
        void write(T value) throws IOException;
    }

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<String, Integer> models = new LinkedHashMap<>();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(values);

    private CataloguePacker() {}

    /** @throws IllegalArgumentException when the catalogue holds what is not packed, or more than is counted in 15 bits */
    static byte[] pack(Catalogue catalogue) {
        try {
            CataloguePacker packer = new CataloguePacker();
            packer.catalogue(catalogue);
            return packer.packed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(packed);
        all.writeInt(texts.size());
        for (String text : texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            all.writeShort(counted(bytes.length));
            all.write(bytes);
        }
        values.writeTo(all);
        return packed.toByteArray();
    }

    private void catalogue(Catalogue catalogue) throws IOException {
        each(catalogue.actions(), this::text);
        List<Model> used = new ArrayList<>();
        catalogue
                .resources()
                .forEach(resource -> models(resource.fields().stream().map(Field::type), used));
        each(used, this::model);
        each(catalogue.resources(), this::resource);
    }

    /** Those that a model needs before itself. */
    private void models(Stream<FieldType> types, List<Model> used) {
        types.flatMap(type -> type.model().stream()).forEach(model -> {
            if (!models.containsKey(model.name())) {
                models(
                        Stream.concat(
                                model.fields().stream().map(Field::type),
                                model.dynamic().stream().map(Model.Dynamic::type)),
                        used);
                models.put(model.name(), used.size());
                used.add(model);
            }
        });
    }

    private void resource(Resource resource) throws IOException {
        each(resource.fields(), this::field);
        text(resource.name());
        text(resource.recordsOf());
        each(resource.routes(), this::route);
        text(resource.singular());
        text(resource.model());
        text(resource.auditName());
        text(resource.noun().one());
        text(resource.noun().many());
        flag(resource.seed());
        each(resource.verbs(), this::constant);
        each(resource.subResources(), this::text);
        text(resource.idSequence());
        scope(resource.scope());
        access(resource.access());
        each(resource.expansions(), this::expansion);
        each(resource.expandedOrder(), this::text);
        each(resource.stamps(), this::stamp);
        each(resource.queryKeys(), this::queryKey);
        each(resource.brings(), this::brought);
        each(resource.rules(), this::rule);
        each(resource.effects(), this::rule);
    }

    private void route(Route route) throws IOException {
        text(route.path());
        optional(route.parent(), this::text);
    }

    private void scope(Scope scope) throws IOException {
        text(scope.mode());
        places(scope.fields());
        optional(scope.by(), this::text);
        map(scope.cases(), this::number, this::places);
        each(scope.parents(), this::text);
    }

    private void places(Scope.Fields fields) throws IOException {
        each(fields.program(), this::text);
        each(fields.portfolio(), this::text);
        each(fields.home(), this::text);
        each(fields.team(), this::text);
    }

    private void access(PageAccess access) throws IOException {
        each(access.pages(), this::text);
        optional(access.by(), this::text);
        map(access.cases(), this::number, this::text);
        map(access.actions(), this::constant, this::text);
    }

    private void expansion(Expansion expansion) throws IOException {
        text(expansion.key());
        text(expansion.from());
        each(expansion.resources(), this::text);
        text(expansion.model());
        flag(expansion.many());
        flag(expansion.replaces());
        flag(expansion.nullWhenEmpty());
        each(expansion.shortForm(), this::text);
    }

    private void stamp(Stamp stamp) throws IOException {
        text(stamp.field());
        number(stamp.value());
        optional(stamp.by(), this::text);
        optional(stamp.date(), this::text);
        optional(stamp.left(), this::text);
    }

    private void queryKey(QueryKey key) throws IOException {
        text(key.name());
        text(key.field());
        flag(key.noneWithout());
    }

    private void brought(Brought brought) throws IOException {
        text(brought.rule());
        text(brought.field());
        text(brought.resource());
        optional(brought.when(), this::condition);
        map(brought.sets(), this::text, this::scalar);
        map(brought.copies(), this::text, this::text);
    }

    private void rule(Rule rule) throws IOException {
        text(rule.id());
        text(rule.kind());
        text(rule.field());
        text(rule.why());
        optional(rule.when(), this::condition);
        each(rule.onChange(), this::text);
        map(rule.parameters(), this::text, texts -> each(texts, this::text));
    }

    private void condition(Condition condition) throws IOException {
        text(condition.field());
        each(condition.values(), this::scalar);
    }

    private void model(Model model) throws IOException {
        text(model.name());
        each(model.fields(), this::field);
        optional(model.dynamic(), dynamic -> {
            text(dynamic.key().pattern());
            type(dynamic.type());
        });
    }

    private void field(Field field) throws IOException {
        text(field.name());
        type(field.type());
        flag(field.nullable());
        constant(field.write());
        each(field.traits(), this::constant);
        scalar(field.fallback());
        each(field.allowed(), this::scalar);
        map(field.labels(), this::text, this::text);
        optional(field.pattern(), this::text);
        optional(field.reference(), this::reference);
        optional(field.derived(), this::derived);
        optional(field.requiredWhen(), this::condition);
        optional(field.computedBy(), this::constant);
    }

    private void type(FieldType type) throws IOException {
        constant(type.kind());
        text(type.format());
        optional(type.items(), this::constant);
        optional(type.model(), model -> out.writeShort(models.getOrDefault(model.name(), -1)));
    }

    private void reference(Reference reference) throws IOException {
        each(reference.targets(), target -> {
            text(target.resource());
            text(target.path());
        });
        each(reference.none(), this::scalar);
        flag(reference.mustBeActive());
        optional(reference.chosenBy(), choice -> {
            text(choice.field());
            map(choice.resources(), this::number, this::text);
            optional(choice.other(), this::text);
        });
    }

    private void derived(Derived derived) throws IOException {
        text(derived.getClass().getSimpleName());
        if (derived instanceof Derived.Reverse reverse) {
            text(reverse.resource());
            text(reverse.field());
        } else if (derived instanceof Derived.Count count) {
            text(count.array());
        } else if (derived instanceof Derived.Echo echo) {
            text(echo.reference());
            text(echo.target());
        } else if (derived instanceof Derived.Mirror mirror) {
            text(mirror.flag());
        } else if (derived instanceof Derived.When when) {
            text(when.field());
            number(when.value());
        } else if (derived instanceof Derived.Computed computed) {
            text(computed.kind());
            map(computed.parameters(), this::text, texts -> each(texts, this::text));
            text(computed.source());
            optional(computed.over(), this::text);
            optional(computed.follows(), this::text);
        }
    }

    private void scalar(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(PackedCatalogue.NOTHING);
        } else if (value instanceof String text) {
            out.writeByte(PackedCatalogue.TEXT);
            text(text);
        } else if (value instanceof Long number) {
            out.writeByte(PackedCatalogue.NUMBER);
            number(number);
        } else if (value instanceof Boolean flag) {
            flag(flag);
        } else {
            throw new IllegalArgumentException("not packed: " + value);
        }
    }

    private void text(String text) throws IOException {
        int number = texts.computeIfAbsent(text, each -> texts.size());
        out.writeShort(counted(number));
    }

    private void number(long number) throws IOException {
        out.writeLong(number);
    }

    private void flag(boolean flag) throws IOException {
        out.writeByte(flag ? PackedCatalogue.TRUE : PackedCatalogue.FALSE);
    }

    private void constant(Enum<?> constant) throws IOException {
        text(constant.name());
    }

    private <T> void optional(Optional<T> value, Writer<T> writer) throws IOException {
        flag(value.isPresent());
        if (value.isPresent()) {
            writer.write(value.get());
        }
    }

    private <T> void each(Collection<? extends T> all, Writer<T> writer) throws IOException {
        out.writeShort(counted(all.size()));
        for (T one : all) {
            writer.write(one);
        }
    }

    private <K, V> void map(Map<K, V> map, Writer<? super K> key, Writer<? super V> value) throws IOException {
        out.writeShort(counted(map.size()));
        for (Map.Entry<K, V> entry : map.entrySet()) {
            key.write(entry.getKey());
            value.write(entry.getValue());
        }
    }

    private static int counted(int count) {
        if (count > Short.MAX_VALUE) {
            throw new IllegalArgumentException("more than " + Short.MAX_VALUE);
        }
        return count;
    }
}
