package io.alignemulator.console.traffic;

import io.alignemulator.console.traffic.TrafficView.Calls;
import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.TokenHolder;
import io.alignemulator.console.view.Visit;
import io.alignemulator.sandbox.journal.RecordedExchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The journal, the newest call first, and the faults that are on. */
public final class TrafficPage implements Page {

    static final String HERE = "/traffic";

    private static final int MOST = 50;

    @Override
    public Shown show(Glance glance) {
        Frame frame = glance.frame("Traffic", HERE);
        String query = TrafficFilter.query(glance);
        Links links = glance.links();
        return Shown.of(
                "traffic.jte",
                new TrafficView(
                        frame,
                        TrafficFilter.fields(glance, true),
                        TrafficFilter.fields(glance, false),
                        !query.isEmpty(),
                        links.page(HERE),
                        links.page(HERE + "/rows" + (query.isEmpty() ? "" : "?" + query)),
                        calls(glance),
                        glance.state().faults().list().stream()
                                .map(FaultLine::of)
                                .toList(),
                        FaultPreset.all(),
                        frame.personas().stream().map(TokenHolder::name).toList()));
    }

    /** The calls alone. */
    static Calls calls(Glance glance) {
        TrafficFilter filter = TrafficFilter.of(glance);
        List<RecordedExchange> newest = new ArrayList<>(filter.calls());
        Collections.reverse(newest);
        Visit.number(glance.parameter("before")).ifPresent(before -> newest.removeIf(each -> each.number() >= before));
        List<RecordedExchange> shown = newest.subList(0, Math.min(MOST, newest.size()));
        return new Calls(
                filter.mistake(),
                told(filter),
                shown.stream().map(each -> CallLine.of(each, glance.links())).toList(),
                filter.contents().total() == 0
                        ? "No call came yet. The overview has one to try."
                        : "No call that is kept fits.",
                newest.size() > shown.size()
                        ? older(glance, shown.get(shown.size() - 1).number())
                        : "");
    }

    private static String older(Glance glance, long number) {
        String query = TrafficFilter.query(glance);
        return glance.links().page(HERE + "?" + (query.isEmpty() ? "" : query + "&") + "before=" + number);
    }

    private static String told(TrafficFilter filter) {
        long total = filter.contents().total();
        long dropped = filter.contents().dropped();
        return filter.calls().size() + " of " + total + (total == 1 ? " call" : " calls")
                + (dropped == 0 ? "" : "; the first " + dropped + " are no longer kept");
    }
}
