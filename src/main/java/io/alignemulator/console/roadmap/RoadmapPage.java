package io.alignemulator.console.roadmap;

import io.alignemulator.console.roadmap.RoadmapView.Choice;
import io.alignemulator.console.roadmap.RoadmapView.Line;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.Viewpoint;
import io.alignemulator.world.IndexKey;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A portfolio's increments and sprints on a time line, with its epics and their features; so many at once. */
public final class RoadmapPage implements Page {

    private static final String HERE = "/roadmap";
    private static final int MOST_PORTFOLIOS = 30;
    private static final int INCREMENTS = 4;
    private static final int EPICS = 12;

    @Override
    public Shown show(Glance glance) {
        List<Row> portfolios = glance.eyes()
                .all(glance.catalogue().resource("Portfolio"))
                .limit(MOST_PORTFOLIOS)
                .toList();
        Optional<Row> chosen = portfolios.stream()
                .filter(row -> Long.toString(row.id()).equals(glance.parameter("portfolio")))
                .findFirst()
                .or(() -> portfolios.stream()
                        .filter(row -> !releases(glance, row).isEmpty())
                        .findFirst())
                .or(() -> portfolios.stream().findFirst());
        List<Choice> choices = portfolios.stream()
                .map(row -> new Choice(
                        Item.title(row),
                        glance.links().page(HERE + "?portfolio=" + row.id()),
                        chosen.filter(row::equals).isPresent()))
                .toList();
        return Shown.of(
                "roadmap.jte",
                chosen.map(row -> view(glance, choices, row)).orElseGet(() -> nothing(glance, choices, "")));
    }

    /** The increments of a portfolio that say when they are, by time. */
    private static List<Row> releases(Glance glance, Row portfolio) {
        return glance.eyes()
                .seen(glance.world().table("Release").find("portfolioId", portfolio.id()))
                .filter(row -> span(row).isPresent())
                .sorted(Comparator.comparing(row -> span(row).orElseThrow().from()))
                .toList();
    }

    private static Optional<Span> span(Row release) {
        return Span.of(release, "startDate", "endDate");
    }

    private static RoadmapView nothing(Glance glance, List<Choice> choices, String title) {
        return new RoadmapView(
                glance.frame("Roadmap", HERE),
                choices,
                title,
                "",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                "",
                "",
                "",
                "",
                "");
    }

    private static RoadmapView view(Glance glance, List<Choice> choices, Row portfolio) {
        List<Row> all = releases(glance, portfolio);
        if (all.isEmpty()) {
            return nothing(glance, choices, Item.title(portfolio));
        }
        int from = Math.min(glance.count("from"), all.size() - 1);
        List<Row> shown = all.subList(from, Math.min(all.size(), from + INCREMENTS));
        int page = glance.count("page");
        TimeLine line = TimeLine.of(glance, shown);
        List<IndexKey> keys =
                shown.stream().map(row -> new IndexKey("releaseIds", row.id())).toList();
        List<Row> epics = Viewpoint.page(
                glance.world().table("Epic").findAny(keys).iterator(),
                row -> !Item.isGone(row) && glance.eyes().sees(row),
                (long) page * EPICS,
                EPICS + 1);
        List<Line> lines = new ArrayList<>();
        epics.stream().limit(EPICS).forEach(epic -> lines.addAll(line.of(epic)));
        String here = HERE + "?portfolio=" + portfolio.id();
        return new RoadmapView(
                glance.frame("Roadmap", HERE),
                choices,
                Item.title(portfolio),
                line.scale().whole().text(),
                line.increments(),
                line.sprints(),
                line.marks(),
                line.now(),
                lines,
                epics.isEmpty() ? "No epic lies in these increments." : "",
                from == 0 ? "" : glance.links().page(here + "&from=" + Math.max(0, from - INCREMENTS)),
                from + INCREMENTS >= all.size() ? "" : glance.links().page(here + "&from=" + (from + INCREMENTS)),
                page == 0 ? "" : glance.links().page(here + "&from=" + from + "&page=" + (page - 1)),
                epics.size() <= EPICS ? "" : glance.links().page(here + "&from=" + from + "&page=" + (page + 1)));
    }
}
