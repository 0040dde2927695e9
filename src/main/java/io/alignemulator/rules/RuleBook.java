package io.alignemulator.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.alignemulator.shipped.ShippedFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All rules, in the order of {@code openapi/rules.yaml}. Read only when somebody asks: a start without {@code --rules} does not. */
public final class RuleBook {

    /** Name of the compiled file, beside this class. */
    static final String COMPILED = "rules.json";

    private final Map<String, RuleEntry> entries;
    private final Map<String, String> families;
    private final Map<String, String> sources;

    @JsonCreator
    private RuleBook(List<RuleEntry> rules, Map<String, String> families, Map<String, String> sources) {
        Map<String, RuleEntry> read = new LinkedHashMap<>();
        for (RuleEntry entry : rules) {
            if (read.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("the rule " + entry.id() + " stands twice");
            }
        }
        this.entries = Collections.unmodifiableMap(read);
        this.families = Collections.unmodifiableMap(families);
        this.sources = Collections.unmodifiableMap(sources);
    }

    /** The rules that the emulator was built with; read once. */
    public static RuleBook load() {
        return Shipped.BOOK;
    }

    private static final class Shipped {

        private static final RuleBook BOOK = read(json());

        private Shipped() {}
    }

    /** The same as JSON, which is what {@code GET /_emulator/fidelity} answers. */
    public static byte[] json() {
        return ShippedFile.bytes(RuleBook.class, COMPILED);
    }

    /** Rules from their JSON; throws {@link tools.jackson.core.JacksonException} with what is wrong in it. */
    public static RuleBook read(byte[] json) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(json, RuleBook.class);
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
