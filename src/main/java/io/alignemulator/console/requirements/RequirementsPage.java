package io.alignemulator.console.requirements;

import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.Verdict;
import io.alignemulator.conformance.report.Verdict.State;
import io.alignemulator.console.requirements.RequirementsView.Area;
import io.alignemulator.console.requirements.RequirementsView.CallLink;
import io.alignemulator.console.requirements.RequirementsView.Failure;
import io.alignemulator.console.requirements.RequirementsView.Line;
import io.alignemulator.console.requirements.RequirementsView.Verdicts;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.observation.SandboxObservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client has to do, with what the calls of the site say of the one that made them, as they come in. */
public final class RequirementsPage implements Page {

    private static final String HERE = "/requirements";
    private static final Pattern NUMBER = Pattern.compile("#([0-9]+) ");

    /** The areas of the ids, in words. */
    private static final Map<String, String> AREAS = Map.of(
            "AUTH", "Tokens",
            "DATA", "Data",
            "ERR", "Errors",
            "NET", "Network",
            "PAGE", "Pages of lists",
            "QUERY", "Queries",
            "RATE", "Rate limit",
            "WRITE", "Writes");

    private final SandboxObservation observation;

    public RequirementsPage(SandboxObservation observation) {
        this.observation = observation;
    }

    @Override
    public Shown show(Glance glance) {
        return Shown.of(
                "requirements.jte",
                new RequirementsView(
                        glance.frame("Requirements", HERE), glance.links().page(HERE + "/verdicts"), verdicts(glance)));
    }

    /** The verdicts without the page around them: what is asked for when a new call came. */
    public Page verdicts() {
        return glance -> Shown.of("verdicts.jte", verdicts(glance));
    }

    private Verdicts verdicts(Glance glance) {
        SuiteResult result = observation.of(glance.sandbox());
        Map<String, List<Line>> areas = new LinkedHashMap<>();
        for (Verdict verdict : result.verdicts()) {
            String area = verdict.requirement().id().replaceFirst("-.*", "");
            areas.computeIfAbsent(area, key -> new ArrayList<>()).add(line(verdict, glance.links()));
        }
        return new Verdicts(
                told(result),
                result.remarks(),
                result.verdicts().stream()
                        .filter(Verdict::failed)
                        .map(each -> each.requirement().id())
                        .toList(),
                areas.entrySet().stream()
                        .map(each -> new Area(AREAS.getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                        .toList());
    }

    private static String told(SuiteResult result) {
        return result.unjudged().isEmpty()
                ? result.count(State.FAILED) + " of " + result.verdicts().size() + " requirements are not met, "
                        + result.count(State.PASSED) + " are, of the others nothing was seen."
                : result.unjudged() + ".";
    }

    private static Line line(Verdict verdict, Links links) {
        return new Line(
                verdict.requirement().id(),
                verdict.requirement().level().name(),
                verdict.requirement().says(),
                verdict.requirement().evidence(),
                state(verdict),
                verdict.failed() ? "bad" : verdict.state() == State.PASSED ? "good" : "",
                verdict.failures().stream()
                        .map(each -> new Failure(
                                each.expected(),
                                each.calls().stream()
                                        .map(call -> call(call, links))
                                        .toList()))
                        .toList());
    }

    private static String state(Verdict verdict) {
        return switch (verdict.state()) {
            case PASSED -> "met";
            case FAILED -> "not met";
            case NOT_EXERCISED, SKIPPED ->
                verdict.requirement().passive().isEmpty() ? "asked by the suite only" : "nothing seen";
        };
    }

    private static CallLink call(String text, Links links) {
        Matcher number = NUMBER.matcher(text);
        return new CallLink(
                text.lines().findFirst().orElse(""),
                number.lookingAt() ? links.page("/traffic/" + number.group(1)) : links.page("/traffic"));
    }
}
