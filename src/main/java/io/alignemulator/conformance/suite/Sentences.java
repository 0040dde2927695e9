package io.alignemulator.conformance.suite;

import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.judge.Check;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the suite is told to people.
 *
 * @param operations a pattern by the name of an operation: {@code {member}} stands for what is written there, {@code {member?}} for nothing when it is there, and what stands in
 *     brackets is left out when one of its members is missing
 * @param checks the same by the name of a check
 */
public record Sentences(Map<String, String> operations, Map<String, String> checks) {

    private static final Pattern MEMBER = Pattern.compile("\\{([A-Za-z]+)(\\??)}");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)]");
    private static final int LONGEST = 120;

    public Sentences {
        operations = operations == null ? Map.of() : Map.copyOf(operations);
        checks = checks == null ? Map.of() : Map.copyOf(checks);
    }

    /** What a client is asked to do: {@code read Regions 1}. */
    public String of(Task task) {
        Map<?, ?> written = SuiteJson.read(SuiteJson.written(task), Map.class);
        return filled(operations.getOrDefault(String.valueOf(written.get("operation")), ""), written);
    }

    /** What has to hold: {@code nothing changed}. */
    public String of(Check check) {
        return check(SuiteJson.read(SuiteJson.written(check), Map.class));
    }

    private String check(Map<?, ?> written) {
        Map.Entry<?, ?> named = written.entrySet().iterator().next();
        return filled(checks.getOrDefault(String.valueOf(named.getKey()), ""), (Map<?, ?>) named.getValue());
    }

    private String filled(String pattern, Map<?, ?> members) {
        String chosen = BRACKETS.matcher(pattern)
                .replaceAll(part -> java.util.regex.Matcher.quoteReplacement(
                        MEMBER.matcher(part.group(1)).results().allMatch(each -> isSaid(members, each.group(1)))
                                ? part.group(1)
                                : ""));
        return MEMBER.matcher(chosen)
                .replaceAll(each -> java.util.regex.Matcher.quoteReplacement(shown(each, members)));
    }

    private static boolean isSaid(Map<?, ?> members, String name) {
        Object value = members.get(name);
        return value != null
                && !Boolean.FALSE.equals(value)
                && !List.of().equals(value)
                && !Map.of().equals(value);
    }

    private String shown(MatchResult member, Map<?, ?> members) {
        return member.group(2).isEmpty() ? shown(members.get(member.group(1))) : "";
    }

    private String member(@Nullable Object value) {
        return value instanceof String text
                ? "'" + shown(text) + "'"
                : value instanceof Map ? "(" + shown(value) + ")" : shown(value);
    }

    private String shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size() == 1
                            && checks.containsKey(
                                    String.valueOf(map.keySet().iterator().next()))
                    ? check(map)
                    : map.entrySet().stream()
                            .map(each -> each.getKey() + " is " + member(each.getValue()))
                            .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::shown).collect(Collectors.joining(", "));
        }
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
    }
}
