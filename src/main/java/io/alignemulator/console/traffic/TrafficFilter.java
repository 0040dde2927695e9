package io.alignemulator.console.traffic;

import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Links;
import io.alignemulator.control.bind.Binder;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.sandbox.journal.Journal.Contents;
import io.alignemulator.sandbox.journal.RecordedExchange;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which calls a visitor wants to see: the matcher of the control API, its words as parameters of the address. Through a user's eyes those are calls of that user.
 *
 * @param mistake what is wrong with the conditions, in the control API's words; empty when nothing is
 * @param calls those that are meant, the oldest first
 * @param contents the journal they were taken from
 */
record TrafficFilter(String mistake, List<RecordedExchange> calls, Contents contents) {

    /** Parameters of the page that are no conditions. */
    private static final Set<String> OWN = Set.of("site", "as", "before");

    /** Conditions whose values are objects stand in no form. */
    private static final Set<String> OBJECTS = Set.of("query", "header", "bodyJson");

    /** Those that a form shows at once. */
    private static final Set<String> FIRST = Set.of("method", "path", "status", "persona", "rule", "fault");

    static TrafficFilter of(Glance glance) {
        Contents contents = glance.sandbox().journal().contents();
        List<RecordedExchange> seen = contents.exchanges().stream()
                .filter(exchange -> sees(glance, exchange))
                .toList();
        Parameters conditions = conditions(glance);
        if (conditions.pairs().isEmpty()) {
            return new TrafficFilter("", seen, contents);
        }
        try {
            Set<String> names =
                    conditions.pairs().stream().map(Parameters.Pair::name).collect(Collectors.toSet());
            CallMatcher matcher = Binder.query(conditions, names, CallMatcher.class);
            return new TrafficFilter(
                    "", new CallFilter(matcher, Endpoints.of(glance.catalogue())).chosen(seen), contents);
        } catch (ControlCallException e) {
            return new TrafficFilter(String.valueOf(e.getMessage()), List.of(), contents);
        } catch (InvalidValueException e) {
            return new TrafficFilter(e.in("").toString(), List.of(), contents);
        }
    }

    /** Whether the eyes see the call: all of them do that see the whole site, a user's see the user's own. */
    static boolean sees(Glance glance, RecordedExchange exchange) {
        return glance.eyes().whole()
                || exchange.userId()
                        .filter(id -> id == glance.visit().as().orElse(0))
                        .isPresent();
    }

    /** What the visitor asked for; a field that was left empty is no condition. */
    private static Parameters conditions(Glance glance) {
        return new Parameters(glance.visit().query().pairs().stream()
                .filter(pair -> !OWN.contains(pair.name()) && !pair.value().isBlank())
                .map(pair -> new Parameters.Pair(pair.name(), pair.value().strip()))
                .toList());
    }

    /** The conditions as they stand in an address, without a question mark; empty for none. */
    static String query(Glance glance) {
        return conditions(glance).pairs().stream()
                .map(pair -> Links.encoded(pair.name()) + "=" + Links.encoded(pair.value()))
                .collect(Collectors.joining("&"));
    }

    /** The fields of the form. */
    static List<ConditionField> fields(Glance glance, boolean first) {
        return Arrays.stream(CallMatcher.class.getRecordComponents())
                .filter(each -> !OBJECTS.contains(each.getName()) && FIRST.contains(each.getName()) == first)
                .map(each -> condition(each, glance))
                .toList();
    }

    private static ConditionField condition(RecordComponent component, Glance glance) {
        Doc doc = component.getAnnotation(Doc.class);
        return new ConditionField(
                component.getName(),
                doc == null ? "" : doc.value(),
                doc == null ? "" : doc.example().replace("\"", ""),
                glance.parameter(component.getName()));
    }
}
