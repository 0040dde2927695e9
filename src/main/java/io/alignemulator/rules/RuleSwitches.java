package io.alignemulator.rules;

import io.alignemulator.wording.Nearest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rules somebody has switched on or off; all others are at their default. Immutable. */
public final class RuleSwitches {

    private static final RuleSwitches NONE = new RuleSwitches(new EnumMap<>(RuleId.class));

    private final Map<RuleId, Boolean> switched;

    private RuleSwitches(Map<RuleId, Boolean> switched) {
        this.switched = switched;
    }

    /**
     * Reads {@code RATE-01=off,LIST-17=on}. Throws {@link IllegalArgumentException} with a sentence for what is no id (and names the nearest), for a rule without a switch and for
     * one that a setting governs.
     */
    public static RuleSwitches parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        Map<RuleId, Boolean> switched = new EnumMap<>(RuleId.class);
        Arrays.stream(text.split(",", -1)).map(String::strip).forEach(each -> {
            int equals = each.indexOf('=');
            String id = equals < 0 ? each : each.substring(0, equals).strip();
            RuleId rule = switchable(id);
            if (switched.put(rule, isOn(id, equals < 0 ? "" : each.substring(equals + 1))) != null) {
                throw new IllegalArgumentException(rule + " stands twice");
            }
        });
        return new RuleSwitches(switched);
    }

    private static RuleId switchable(String id) {
        RuleBook book = RuleBook.load();
        RuleEntry entry = book.find(id)
                .orElseThrow(() -> new IllegalArgumentException("no rule is called '" + id + "'"
                        + Nearest.within(Integer.MAX_VALUE, id, book.ids())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("")));
        if (!entry.holds()) {
            throw new IllegalArgumentException(entry.id() + " is known, but not done yet");
        }
        if (entry.switchedOff().isEmpty()) {
            throw new IllegalArgumentException(entry.setting()
                    .map(setting -> entry.id() + " is governed by the setting " + setting)
                    .orElse(entry.id() + " has no switch"));
        }
        return RuleId.of(entry.id());
    }

    private static boolean isOn(String id, String value) {
        return switch (value.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(id + " stands without =on or =off");
        };
    }

    /** Whether the rule holds. */
    public boolean isOn(RuleId rule) {
        Boolean set = switched.get(rule);
        return set == null ? rule.isOnByDefault() : set;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSwitches that && switched.equals(that.switched);
    }

    @Override
    public int hashCode() {
        return switched.hashCode();
    }
}
