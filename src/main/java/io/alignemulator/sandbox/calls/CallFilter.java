package io.alignemulator.sandbox.calls;

import com.google.re2j.Pattern;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.json.Scalar;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A matcher, ready to be asked. Its conditions are looked at one by one, so that it can be told in which of them a call
 * differs; which of the calls that meet them all are meant is its {@link #selection}.
 */
public final class CallFilter {

    private static final String BASE = Addresses.BASE;
    private static final String NOBODY = "nobody";

    private final CallMatcher matcher;
    private final PathPattern path;
    private final Selection selection;
    private final List<Check> checks = new ArrayList<>();

    /** One condition: what is expected, and what a call has instead; empty when it holds. */
    private record Check(String name, String expected, Function<SeenCall, Optional<String>> difference) {}

    /**
     * Makes a matcher ready.
     *
     * @param endpoints know the plurals
     * @throws io.alignemulator.protocol.json.InvalidValueException when its path is none
     */
    public CallFilter(CallMatcher matcher, Endpoints endpoints) {
        this.matcher = matcher;
        this.path = matcher.path()
                .map(text -> PathPattern.of(below(text), endpoints))
                .orElse(PathPattern.ANY);
        this.selection = Selection.of(matcher);
        aboutTheAddress(endpoints);
        aboutWhatWasSent();
        aboutTheUser();
        aboutTheTime();
        aboutTheOutcome();
    }

    /** The path without the base of the API, which may stand before it. */
    public static String below(String path) {
        return path.regionMatches(true, 0, BASE, 0, BASE.length()) ? path.substring(BASE.length()) : path;
    }

    private static String below(SeenCall call) {
        return below(call.path().replaceFirst("^/+", "/"));
    }

    public CallMatcher matcher() {
        return matcher;
    }

    public PathPattern path() {
        return path;
    }

    /** Which of the calls that meet all conditions are meant. */
    public Selection selection() {
        return selection;
    }

    /** Whether a call meets all conditions, and so has a number. */
    public boolean counts(SeenCall call) {
        return checks.stream().allMatch(check -> check.difference().apply(call).isEmpty());
    }

    /** Those of the calls that are meant. */
    public <T extends SeenCall> List<T> chosen(List<T> calls) {
        List<T> chosen = new ArrayList<>();
        long number = 0;
        for (T call : calls) {
            if (counts(call) && selection.chooses(++number, chosen.size())) {
                chosen.add(call);
            }
        }
        return chosen;
    }

    /** What differs, one line a condition: {@code path: expected /epics/12, was /epics/13}. */
    public List<String> differences(SeenCall call) {
        List<String> differences = new ArrayList<>();
        for (Check check : checks) {
            check.difference()
                    .apply(call)
                    .ifPresent(found -> differences.add(check.name() + ": expected " + check.expected() + ", was "
                            + (found.isEmpty() ? "nothing" : found)));
        }
        return differences;
    }

    /** Whether a later matcher would find nothing behind this one: this one takes every call of the other, or chooses the same numbers of the same calls. */
    public boolean shadows(CallFilter other) {
        boolean everyNumber = selection.equals(Selection.EVERY);
        boolean sameNumbers = selection.equals(other.selection) && other.countsAllOf(this);
        return countsAllOf(other) && (everyNumber || sameNumbers);
    }

    private boolean countsAllOf(CallFilter other) {
        CallMatcher mine = matcher;
        CallMatcher its = other.matcher;
        return (mine.method().isEmpty()
                        || (!its.method().isEmpty() && mine.method().containsAll(its.method())))
                && path.covers(other.path)
                && covers(mine.persona(), its.persona())
                && covers(mine.user(), its.user())
                && covers(mine.pathPattern(), its.pathPattern())
                && covers(mine.bodyContains(), its.bodyContains())
                && covers(Optional.ofNullable(mine.bodyJson()), Optional.ofNullable(its.bodyJson()))
                && covers(mine.from().flatMap(from -> from.time()), its.from().flatMap(from -> from.time()))
                && covers(mine.to(), its.to())
                && its.query().entrySet().containsAll(mine.query().entrySet())
                && its.header().entrySet().containsAll(mine.header().entrySet());
    }

    private static <T> boolean covers(Optional<T> mine, Optional<T> its) {
        return mine.isEmpty() || mine.equals(its);
    }

    private void aboutTheAddress(Endpoints endpoints) {
        if (!matcher.method().isEmpty()) {
            String expected = matcher.method().stream().map(Method::name).collect(Collectors.joining(" or "));
            check("method", expected, SeenCall::method, actual -> matcher.method().stream()
                    .anyMatch(each -> each.name().equalsIgnoreCase(actual)));
        }
        matcher.path()
                .ifPresent(text -> check(
                        "path",
                        below(text),
                        CallFilter::below,
                        actual -> path.matches(endpoints.parts(QueryString.decode(actual, false)))));
        matcher.pathPattern().ifPresent(regex -> {
            Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
            check("pathPattern", regex, SeenCall::path, text -> pattern.matcher(text)
                    .find());
        });
        matcher.query().forEach(this::query);
    }

    private void query(String option, Scalar value) {
        String plain = option.startsWith("$") ? option.substring(1) : option;
        same("query " + option, value.text(), call -> {
            Parameters parameters = QueryString.parse(call.query());
            return parameters
                    .value(plain)
                    .or(() -> parameters.value("$" + plain))
                    .orElse("");
        });
    }

    private void aboutWhatWasSent() {
        matcher.header()
                .forEach((name, value) -> same("header " + name, value.text(), call -> call.header(name).stream()
                        .findFirst()
                        .orElse("")));
        matcher.bodyContains()
                .ifPresent(expected -> check(
                        "bodyContains",
                        expected,
                        call -> call.bodyText().orElse("(no text)"),
                        actual -> actual.contains(expected)));
        if (matcher.bodyJson() != null) {
            BodyJson expected = BodyJson.of(matcher.bodyJson());
            checks.add(new Check("bodyJson", expected.toString(), expected::difference));
        }
    }

    private void aboutTheUser() {
        matcher.persona().ifPresent(who -> {
            boolean isId = who.value() instanceof Long;
            same("persona", who.text(), call -> isId ? id(call) : call.persona());
        });
        matcher.user().ifPresent(id -> same("user", id.text(), CallFilter::id));
    }

    private static String id(SeenCall call) {
        return call.userId().map(id -> Long.toString(id)).orElse(NOBODY);
    }

    private void aboutTheTime() {
        matcher.from()
                .flatMap(from -> from.time())
                .ifPresent(bound -> checks.add(new Check(
                        "from",
                        bound.toString(),
                        call -> given(call.time().isBefore(bound), call.time().toString()))));
        matcher.to()
                .ifPresent(bound -> checks.add(new Check(
                        "to",
                        bound.toString(),
                        call -> given(call.time().isAfter(bound), call.time().toString()))));
    }

    private void aboutTheOutcome() {
        matcher.status()
                .map(Scalar::text)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .ifPresent(expected -> check(
                        "status",
                        expected,
                        call -> Integer.toString(call.outcome().status()),
                        actual -> actual.equals(expected)
                                || (expected.endsWith("xx")
                                        && actual.length() == 3
                                        && actual.charAt(0) == expected.charAt(0))));
        matcher.rule()
                .ifPresent(rule ->
                        among("rule", rule.text(), call -> call.outcome().rules()));
        matcher.ignored()
                .ifPresent(
                        field -> among("ignored", field, call -> call.outcome().ignored()));
        matcher.fault()
                .ifPresent(fault -> check(
                        "fault",
                        fault.text(),
                        call -> call.outcome().fault(),
                        actual -> actual.contains(fault.text())));
    }

    private void check(String name, String expected, Function<SeenCall, String> actual, Predicate<String> holds) {
        checks.add(new Check(name, expected, call -> {
            String found = actual.apply(call);
            return given(!holds.test(found), found);
        }));
    }

    private void same(String name, String expected, Function<SeenCall, String> actual) {
        check(name, expected, actual, expected::equalsIgnoreCase);
    }

    private void among(String name, String expected, Function<SeenCall, List<String>> actual) {
        checks.add(new Check(
                name,
                expected,
                call -> given(
                        !actual.apply(call).contains(expected),
                        actual.apply(call).toString())));
    }

    private static Optional<String> given(boolean differs, String found) {
        return differs ? Optional.of(found) : Optional.empty();
    }
}
