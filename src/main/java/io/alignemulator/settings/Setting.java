package io.alignemulator.settings;

import io.alignemulator.wording.Reason;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One setting.
 *
 * @param name as on the command line, without dashes, e.g. date-format
 * @param values what may be written, for people: "millis|seconds" or "N"
 * @param demanded the same in the sentence that refuses another one: "a whole number from 1"
 * @param fallback the default, as written
 * @param parser from the written form to the value; throws {@link IllegalArgumentException} for another one, whose message tells a detail; a {@link NumberFormatException} tells none
 * @param about one sentence
 * @param rule id of the rule that it governs, or "-" for a setting of the emulator itself
 */
public record Setting<T>(
        String name,
        String values,
        String demanded,
        String fallback,
        Function<String, T> parser,
        String about,
        String rule) {

    /** There is one setting of a name. Written out, since what a JVM makes up for a record costs a start more than all settings do. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Setting<?> setting && setting.name.equals(name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name of the environment variable: date-format is ALIGN_EMULATOR_DATE_FORMAT. */
    public String environmentVariable() {
        return "ALIGN_EMULATOR_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Reads a written value. */
    public T parse(String text) {
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException e) {
            String shown = text.lines().collect(Collectors.joining(" "));
            throw new SettingException(
                    name, "'" + shown + "'", Reason.not(demanded).because(detail(e)));
        }
    }

    private static String detail(IllegalArgumentException e) {
        return e instanceof NumberFormatException || e.getMessage() == null ? "" : e.getMessage();
    }

    static Setting<Boolean> onOff(String name, String fallback, String about, String rule) {
        return new Setting<>(name, "on|off", "one of on, off", fallback, Setting::onOff, about, rule);
    }

    static <E extends Enum<E>> Setting<E> choice(String name, Class<E> type, E fallback, String about, String rule) {
        List<E> all = List.of(type.getEnumConstants());
        List<String> values = all.stream().map(Setting::written).toList();
        Function<String, E> parser = text -> all.stream()
                .filter(each -> written(each).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
        return new Setting<>(
                name,
                String.join("|", values),
                "one of " + String.join(", ", values),
                written(fallback),
                parser,
                about,
                rule);
    }

    /** A whole number within bounds. */
    static Setting<Integer> number(
            String name, String values, int from, int to, String fallback, String about, String rule) {
        return new Setting<>(
                name,
                values,
                "a whole number from " + from + " to " + to,
                fallback,
                text -> WrittenValues.range(text, from, to),
                about,
                rule);
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean onOff(String text) {
        if (Stream.of("on", "true").anyMatch(text::equalsIgnoreCase)) {
            return true;
        }
        if (Stream.of("off", "false").anyMatch(text::equalsIgnoreCase)) {
            return false;
        }
        throw new IllegalArgumentException();
    }
}
