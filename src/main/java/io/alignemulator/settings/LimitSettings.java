package io.alignemulator.settings;

/** Settings about how much one call, one record and one server may take; no real client meets their defaults. They stand in {@link Settings#ALL} like all others. */
public final class LimitSettings {

    public static final Setting<Integer> CALL_WORK = number(
            "call-work",
            1_000,
            Integer.MAX_VALUE,
            "250000000",
            "Steps of work that a call may take: rows looked at, conditions, elements, letters of texts; above it the answer is 400.",
            "EMUL-28");

    private LimitSettings() {}

    private static Setting<Integer> number(String name, int from, int to, String fallback, String about, String rule) {
        return new Setting<>(name, from + "-" + to, fallback, text -> WrittenValues.range(text, from, to), about, rule);
    }
}
