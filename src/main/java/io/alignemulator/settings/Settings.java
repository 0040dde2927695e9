package io.alignemulator.settings;

import io.alignemulator.rules.RuleId;
import io.alignemulator.rules.RuleSwitches;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The values of all settings; immutable. Whatever is not set has its default. */
public final class Settings {

    /** How a date in a filter compares with a stored time. */
    public enum DateFilter {
        DAY,
        INSTANT
    }

    /** How date-times print. */
    public enum DateFormat {
        MILLIS,
        SECONDS
    }

    /** The body of an answered POST. */
    public enum PostResponse {
        ID,
        OBJECT
    }

    /** What a PUT does to a writable key that its body leaves out. */
    public enum PutOmitted {
        RESET,
        KEEP
    }

    /** How bodies are read. */
    public enum JsonReading {
        SITE,
        STRICT
    }

    /** What fields that do nothing lead to. */
    public enum IgnoredFields {
        ACCEPT,
        REFUSE
    }

    /** What members of an agile team may write. */
    public enum AgileTeamWrites {
        TEAM,
        PROGRAM
    }

    public static final Setting<String> RATE_LIMIT = new Setting<>(
            "rate-limit",
            "off|N/SECONDS:BLOCK",
            "a limit, which is off or CALLS/SECONDS:BLOCK with whole numbers from 1, such as 600/60:60 (600 calls in 60 seconds, then blocked for 60)",
            "600/60:60",
            WrittenValues::rateLimit,
            "Calls per address in a sliding window, and how many seconds an address stays blocked.",
            "RATE-01");
    public static final Setting<Boolean> BLOCK_EXTENDS = Setting.onOff(
            "block-extends", "off", "Whether a call made while blocked starts the block anew.", "RATE-04");
    public static final Setting<Boolean> RETRY_AFTER =
            Setting.onOff("retry-after", "off", "Whether a 429 carries a Retry-After header.", "RATE-05");
    public static final Setting<DateFilter> DATE_FILTER = Setting.choice(
            "date-filter",
            DateFilter.class,
            DateFilter.DAY,
            "Whether a date in $filter compares days or instants.",
            "FILT-03");
    public static final Setting<DateFormat> DATE_FORMAT = Setting.choice(
            "date-format",
            DateFormat.class,
            DateFormat.MILLIS,
            "Date-times print with three fraction digits, or with none as on sites of 2022.",
            "REPR-03");
    public static final Setting<PostResponse> POST_RESPONSE = Setting.choice(
            "post-response",
            PostResponse.class,
            PostResponse.ID,
            "The body of an answered POST: the bare new id, or the new object.",
            "WRIT-02");
    public static final Setting<Boolean> POST_LOCATION =
            Setting.onOff("post-location", "off", "Whether an answered POST carries a Location header.", "WRIT-13");
    public static final Setting<Integer> PUT_STATUS = new Setting<>(
            "put-status",
            "200|204",
            "one of 200, 204",
            "204",
            text -> WrittenValues.oneOf(text, 200, 204),
            "The status of an answered PUT.",
            "WRIT-14");
    public static final Setting<JsonReading> JSON = Setting.choice(
            "json",
            JsonReading.class,
            JsonReading.SITE,
            "Whether bodies are read as leniently as by the real site, or have to be JSON with values of the model's types.",
            "BODY-04");
    public static final Setting<PutOmitted> PUT_OMITTED = Setting.choice(
            "put-omitted",
            PutOmitted.class,
            PutOmitted.RESET,
            "Whether a writable key left out of a PUT falls back to its default or keeps its value.",
            "WRIT-15");
    public static final Setting<Boolean> WHOLE_ENTITY_VALIDATION = Setting.onOff(
            "whole-entity-validation",
            "on",
            "Whether every write checks the whole record, so that a stale stored value blocks an unrelated change.",
            "WRIT-05");
    public static final Setting<Boolean> REQUIRED_OPTIONS = Setting.onOff(
            "required-options",
            "off",
            "Whether fields that many sites or the web pages insist on (a description, a state) are required by the API too.",
            "WRIT-19");
    public static final Setting<Integer> TITLE_LIMIT = Setting.number(
            "title-limit",
            "0-100000",
            0,
            100_000,
            "255",
            "Longest accepted title or name; 0 sets no limit.",
            "WRIT-16");
    public static final Setting<Set<String>> EFFORT_POINTS = new Setting<>(
            "effort-points",
            "any|N,N,...",
            "a list, which is any or whole numbers with commas between them",
            "0,1,2,3,5,8,13,20,40,100",
            WrittenValues::points,
            "Values a story's effortPoints may take: a scale, or powers of two where the site uses these.",
            "LIFE-16");
    public static final Setting<Set<String>> OKR_PARENT_TYPES = new Setting<>(
            "okr-parent-types",
            "any|N,N,...",
            "a list, which is any or whole numbers with commas between them",
            "44",
            WrittenValues::points,
            "Numbers that parentType of a key result may take: 44 is an objective, any other number a strategic goal, whose number nobody knows.",
            "OKR-02");
    public static final Setting<Boolean> MANAGE_PRODUCTS = Setting.onOff(
            "manage-products",
            "off",
            "Whether the portfolios manage products, so that a feature needs productId.",
            "LIFE-18");
    public static final Setting<AgileTeamWrites> AGILE_TEAM_WRITES = Setting.choice(
            "agile-team-writes",
            AgileTeamWrites.class,
            AgileTeamWrites.TEAM,
            "What members of an agile team may write: what belongs to their team, or to its program too.",
            "ACCS-11");
    public static final Setting<Boolean> STRICT_SCOPE = Setting.onOff(
            "strict-scope",
            "off",
            "Whether themes, defects and key results are scoped by program, team or objective, although a published probe listed them to a user without teams.",
            "ACCS-06");
    public static final Setting<Integer> PAGE_CAP = Setting.number(
            "page-cap",
            "1-100",
            1,
            100,
            "100",
            "Most rows of a list's answer; smaller ones show a client that takes the first page for everything.",
            "LIST-02");
    public static final Setting<IgnoredFields> IGNORED_FIELDS = Setting.choice(
            "ignored-fields",
            IgnoredFields.class,
            IgnoredFields.ACCEPT,
            "Whether a write may send fields that do nothing, unknown or read-only ones, as the real site allows.",
            "WRIT-29");
    public static final Setting<Boolean> SHUFFLE = Setting.onOff(
            "shuffle",
            "off",
            "Whether lists come in no useful order where the order is not documented: without $orderby, and between equals. The same at each call, so that paging works.",
            "-");
    public static final Setting<Integer> JOURNAL_SIZE = Setting.number(
            "journal-size",
            "0-1000000",
            0,
            1_000_000,
            "1000",
            "How many calls the journal remembers; 0 keeps none.",
            "-");
    public static final Setting<Boolean> EMULATOR_REASON = Setting.onOff(
            "emulator-reason",
            "off",
            "Whether refusals carry a header X-Emulator-Reason, which the real site does not have.",
            "-");
    public static final Setting<RuleSwitches> RULES = new Setting<>(
            "rules",
            "ID=on|off,...",
            "a list of rules that can be switched, such as RATE-01=off,LIST-17=on",
            "",
            RuleSwitches::parse,
            "Rules to switch, by their ids.",
            "-");

    /** All settings, in the order in which people read them. */
    public static final List<Setting<?>> ALL = SettingLists.all();

    private static final Set<Setting<?>> OF_THE_SERVER = SettingLists.ofTheServer();

    /** Whether each sandbox has a value of its own. */
    public static boolean isPerSandbox(Setting<?> setting) {
        return !OF_THE_SERVER.contains(setting);
    }

    /** What a sandbox has a value of its own of, as written, by name. */
    public Map<String, String> ofSandbox() {
        Map<String, String> written = new LinkedHashMap<>();
        ALL.stream().filter(Settings::isPerSandbox).forEach(setting -> written.put(setting.name(), text(setting)));
        return written;
    }

    /** Every setting at its default. */
    public static final Settings DEFAULTS = new Settings(Map.of());

    /** By the setting itself, which every call asks for many times. */
    private final IdentityHashMap<Setting<?>, Object> values;

    private final Map<String, Object> byName;

    private final Map<String, String> written;

    private Settings(Map<String, String> written) {
        IdentityHashMap<Setting<?>, Object> parsed = new IdentityHashMap<>();
        Map<String, Object> named = new HashMap<>();
        for (Setting<?> setting : ALL) {
            Object value = setting.parse(written.getOrDefault(setting.name(), setting.fallback()));
            parsed.put(setting, value);
            named.put(setting.name(), value);
        }
        this.values = parsed;
        this.byName = named;
        this.written = Map.copyOf(written);
    }

    /** Settings from written values by name; throws {@link SettingException} for an unknown name or a value that cannot be used. */
    public static Settings of(Map<String, String> written) {
        for (String name : written.keySet()) {
            if (ALL.stream().noneMatch(setting -> setting.name().equals(name))) {
                throw new SettingException("Unknown setting '" + name + "'.");
            }
        }
        return new Settings(written);
    }

    /** The same settings but for one. */
    public Settings with(Setting<?> setting, String value) {
        return with(Map.of(setting.name(), value));
    }

    /** The same settings but for those written, which are checked like all; these themselves for none, for a thousand sandboxes share them. */
    public Settings with(Map<String, String> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<String, String> changed = new TreeMap<>(written);
        changed.putAll(changes);
        return of(changed);
    }

    /** The value of a setting as it was written, or its default. */
    public String text(Setting<?> setting) {
        return written.getOrDefault(setting.name(), setting.fallback());
    }

    /** Whether a rule holds. */
    public boolean isOn(RuleId rule) {
        return get(RULES).isOn(rule);
    }

    /** Whether the setting of that name, which the catalogue names, is on. */
    public boolean isOn(String name) {
        return Boolean.TRUE.equals(byName.get(name));
    }

    /** Whether the setting of that name, which the catalogue names, lists the word, or any. */
    public boolean lists(String name, String word) {
        return byName.get(name) instanceof Set<?> words && (words.contains("any") || words.contains(word));
    }

    /** The value of a setting. */
    @SuppressWarnings("unchecked") // the constructor parsed every value with its own setting
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting);
        if (value == null) {
            throw new SettingException("Unknown setting '" + setting.name() + "'.");
        }
        return (T) value;
    }
}
