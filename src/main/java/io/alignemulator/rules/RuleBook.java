package io.alignemulator.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All rules, in the order of {@code openapi/rules.yaml}. Read only when somebody asks: a start without {@code --rules} does not. */
public final class RuleBook {

    /** Name of the compiled file, beside this class. */
    static final String COMPILED = "rules.json";

    private final Map<String, RuleEntry> entries;
    private final Map<String, String> families;
    private final Map<String, String> sources;

    private RuleBook(JsonNode book) {
        Map<String, RuleEntry> read = new LinkedHashMap<>();
        for (JsonNode rule : book.path("rules")) {
            RuleEntry entry = entry(rule);
            if (read.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("the rule " + entry.id() + " stands twice");
            }
        }
        this.entries = Collections.unmodifiableMap(read);
        this.families = texts(book.path("families"));
        this.sources = texts(book.path("sources"));
    }

    /** The rules that the emulator was built with; read once. */
    public static RuleBook load() {
        return Shipped.BOOK;
    }

    private static final class Shipped {

        private static final RuleBook BOOK = read(JsonMapper.shared().readTree(json()));

        private Shipped() {}
    }

    /** The same as JSON, which is what {@code GET /_emulator/fidelity} answers. */
    public static byte[] json() {
        try (InputStream in = RuleBook.class.getResourceAsStream(COMPILED)) {
            if (in == null) {
                throw new IllegalStateException(COMPILED + " was not built");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rules from their JSON; throws {@link IllegalArgumentException} with what is wrong in it. */
    public static RuleBook read(JsonNode book) {
        return new RuleBook(book);
    }

    private static RuleEntry entry(JsonNode rule) {
        String id = rule.path("id").asString("");
        if (!id.matches("[A-Z]{3,4}-[0-9]{2}")) {
            throw new IllegalArgumentException("'" + id + "' is no id of a rule");
        }
        String status = rule.path("status").asString("");
        if (!List.of("holds", "planned").contains(status)) {
            throw new IllegalArgumentException(id + ": status is holds or planned");
        }
        return new RuleEntry(
                id,
                status.equals("holds"),
                Evidence.valueOf(rule.path("evidence").asString("")),
                text(rule, "source").orElseThrow(() -> new IllegalArgumentException(id + ": no source")),
                text(rule, "says").orElseThrow(() -> new IllegalArgumentException(id + ": it says nothing")),
                rule.path("refuses").asBoolean(false),
                text(rule, "switch"),
                text(rule, "setting"),
                text(rule, "unswitched"),
                !text(rule, "default").equals(Optional.of("off")),
                text(rule, "later"));
    }

    private static Optional<String> text(JsonNode rule, String key) {
        return rule.path(key).isString() ? Optional.of(rule.path(key).asString()) : Optional.empty();
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return Collections.unmodifiableMap(texts);
    }

    /** Every rule, in its order. */
    public List<RuleEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** What the letters of ids stand for, in their order. */
    public Map<String, String> families() {
        return families;
    }

    /** What the names of sources stand for. */
    public Map<String, String> sources() {
        return sources;
    }

    /** The rule of that id, in capitals or not. */
    public Optional<RuleEntry> find(String id) {
        return Optional.ofNullable(entries.get(id.toUpperCase(Locale.ROOT)));
    }

    /** All ids, in their order. */
    Set<String> ids() {
        return entries.keySet();
    }

    /** How many rules hold (or are planned), by evidence; letters without a rule are left out. */
    public Map<Evidence, Long> counts(boolean holding) {
        return entries.values().stream()
                .filter(entry -> entry.holds() == holding)
                .collect(Collectors.groupingBy(
                        RuleEntry::evidence, () -> new java.util.EnumMap<>(Evidence.class), Collectors.counting()));
    }
}
