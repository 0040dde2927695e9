package io.alignemulator.catalogue;

import io.alignemulator.catalogue.Field.Condition;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Reference.Choice;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.rules.RuleId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as the build packs it: all texts, each once, then the records of this package, each as its components in their order, texts by their number. A start reads no schemas: what they
 * mean is the compiler's business.
 */
final class PackedCatalogue {

    static final int NOTHING = 0;
    static final int TEXT = 1;
    static final int NUMBER = 2;
    static final int TRUE = 3;
    static final int FALSE = 4;

    private final ByteBuffer in;
    private final String[] texts;
    private final List<Model> models = new ArrayList<>();

    private PackedCatalogue(byte[] packed) {
        this.in = ByteBuffer.wrap(packed);
        this.texts = new String[in.getInt()];
        for (int i = 0; i < texts.length; i++) {
            int length = in.getShort();
            texts[i] = new String(packed, in.position(), length, StandardCharsets.UTF_8);
            in.position(in.position() + length);
        }
    }

    static Catalogue read(byte[] packed) {
        PackedCatalogue reader = new PackedCatalogue(packed);
        Set<String> actions = reader.texts();
        for (int left = reader.count(); left > 0; left--) {
            reader.models.add(reader.model());
        }
        int resources = reader.count();
        List<Resource> all = new ArrayList<>(resources);
        for (int ordinal = 0; ordinal < resources; ordinal++) {
            all.add(reader.resource(ordinal));
        }
        return new Catalogue(all, actions);
    }

    private Resource resource(int ordinal) {
        List<Field> fields = fields();
        return new Resource(
                text(),
                ordinal,
                text(),
                list(() -> new Route(text(), optional(this::text))),
                text(),
                text(),
                text(),
                new Noun(text(), text()),
                flag(),
                constants(Verb.class),
                texts(),
                text(),
                new Scope(text(), places(), optional(this::text), map(this::number, this::places), list(this::text)),
                new PageAccess(
                        list(this::text),
                        optional(this::text),
                        map(this::number, this::text),
                        map(() -> constant(Verb.class), this::text)),
                fields,
                Resource.byName(fields, false),
                Resource.byName(fields, true),
                Resource.hasListForm(fields),
                list(this::expansion),
                list(this::text),
                list(() ->
                        new Stamp(text(), number(), optional(this::text), optional(this::text), optional(this::text))),
                list(() -> new QueryKey(text(), text(), flag())),
                list(this::brought),
                list(this::rule),
                list(this::rule),
                Resource.ruled(fields));
    }

    private Scope.Fields places() {
        return new Scope.Fields(list(this::text), list(this::text), list(this::text), list(this::text));
    }

    private Expansion expansion() {
        return new Expansion(text(), text(), list(this::text), text(), flag(), flag(), flag(), list(this::text));
    }

    private Brought brought() {
        return new Brought(
                text(),
                text(),
                text(),
                optional(this::condition),
                map(this::text, this::scalar),
                map(this::text, this::text));
    }

    private Rule rule() {
        return new Rule(
                text(),
                text(),
                text(),
                text(),
                optional(this::condition),
                list(this::text),
                map(this::text, () -> list(this::text)));
    }

    private Condition condition() {
        return new Condition(text(), list(this::scalar));
    }

    private Model model() {
        return new Model(text(), fields(), optional(() -> new Model.Dynamic(Pattern.compile(text()), type())));
    }

    private List<Field> fields() {
        int count = count();
        List<Field> fields = new ArrayList<>(count);
        for (int position = 0; position < count; position++) {
            fields.add(field(position));
        }
        return List.copyOf(fields);
    }

    private Field field(int position) {
        return new Field(
                text(),
                position,
                type(),
                flag(),
                constant(Write.class),
                constants(Trait.class),
                nullable(),
                list(this::scalar),
                map(this::text, this::text),
                optional(this::text),
                optional(this::reference),
                optional(this::derived),
                optional(this::condition),
                optional(() -> constant(RuleId.class)));
    }

    private FieldType type() {
        return new FieldType(
                constant(Kind.class),
                text(),
                optional(() -> constant(Kind.class)),
                optional(() -> models.get(in.getShort())));
    }

    private Reference reference() {
        return new Reference(
                list(() -> new Target(text(), text())),
                list(this::scalar),
                flag(),
                optional(() -> new Choice(text(), map(this::number, this::text), optional(this::text))));
    }

    private Derived derived() {
        String kind = text();
        return switch (kind) {
            case "Reverse" -> new Derived.Reverse(text(), text());
            case "Count" -> new Derived.Count(text());
            case "Echo" -> new Derived.Echo(text(), text());
            case "Mirror" -> new Derived.Mirror(text());
            case "When" -> new Derived.When(text(), number());
            case "Computed" ->
                new Derived.Computed(
                        text(),
                        map(this::text, () -> list(this::text)),
                        text(),
                        optional(this::text),
                        optional(this::text));
            default -> throw new IllegalStateException("no derivation " + kind);
        };
    }

    private Object scalar() {
        return Objects.requireNonNull(nullable());
    }

    private @Nullable Object nullable() {
        return switch (in.get()) {
            case TEXT -> text();
            case NUMBER -> number();
            case TRUE -> true;
            case FALSE -> false;
            default -> null;
        };
    }

    private String text() {
        return texts[in.getShort()];
    }

    private long number() {
        return in.getLong();
    }

    private boolean flag() {
        return in.get() == TRUE;
    }

    private int count() {
        return in.getShort();
    }

    private <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    private <E extends Enum<E>> Set<E> constants(Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (int left = count(); left > 0; left--) {
            constants.add(constant(type));
        }
        return Collections.unmodifiableSet(constants);
    }

    private Set<String> texts() {
        return new LinkedHashSet<>(list(this::text));
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return flag() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> element) {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.get());
        }
        return List.copyOf(list);
    }

    /** In the order in which it was packed. */
    private <K, V> Map<K, V> map(Supplier<K> key, Supplier<V> value) {
        int count = count();
        if (count == 0) {
            return Map.of();
        }
        Map<K, V> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(key.get(), value.get());
        }
        return Collections.unmodifiableMap(map);
    }
}
