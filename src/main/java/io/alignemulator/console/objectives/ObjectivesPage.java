package io.alignemulator.console.objectives;

import io.alignemulator.console.objectives.ObjectivesView.Node;
import io.alignemulator.console.objectives.ObjectivesView.Result;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.resource.call.RuledFields;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goals, the objectives that hang on them and the key results of both, with their progress; so many at once. */
public final class ObjectivesPage implements Page {

    private static final String HERE = "/objectives";
    private static final int GOALS = 8;
    private static final int SIBLINGS = 20;
    private static final int LOOSE = 30;

    @Override
    public Shown show(Glance glance) {
        int page = glance.count("page");
        List<Row> goals = glance.eyes()
                .all(glance.catalogue().resource("Goal"))
                .skip((long) page * GOALS)
                .limit(GOALS + 1L)
                .toList();
        Set<Row> met = new HashSet<>();
        return Shown.of(
                "objectives.jte",
                new ObjectivesView(
                        glance.frame("Objectives", HERE),
                        goals.stream()
                                .limit(GOALS)
                                .map(row -> goal(glance, row, met))
                                .toList(),
                        page == 0 ? loose(glance, met) : List.of(),
                        page == 0 ? "" : glance.links().page(HERE + "?page=" + (page - 1)),
                        goals.size() <= GOALS ? "" : glance.links().page(HERE + "?page=" + (page + 1))));
    }

    private static Node goal(Glance glance, Row goal, Set<Row> met) {
        return node(glance, goal, glance.world().naming(goal, "Objective", "goalId"), met);
    }

    /** Objectives that hang neither on a goal nor on another objective. */
    private static List<Node> loose(Glance glance, Set<Row> met) {
        return glance.eyes()
                .all(glance.catalogue().resource("Objective"))
                .filter(row -> row.get("goalId") == null && row.get("parentId") == null)
                .limit(LOOSE)
                .map(row -> objective(glance, row, met))
                .toList();
    }

    private static Node objective(Glance glance, Row row, Set<Row> met) {
        return node(glance, row, glance.world().naming(row, "Objective", "parentId"), met);
    }

    private static Node node(Glance glance, Row row, List<Row> below, Set<Row> met) {
        met.add(row);
        List<Row> seen = glance.eyes()
                .seen(below)
                .filter(each -> !Item.isGone(each) && !met.contains(each))
                .limit(SIBLINGS + 1L)
                .toList();
        List<Node> children = new ArrayList<>();
        seen.stream().limit(SIBLINGS).forEach(each -> {
            if (!met.contains(each)) {
                children.add(objective(glance, each, met));
            }
        });
        return new Node(
                Item.of(row, glance.links()),
                aside(row),
                row.resource().has("score")
                        ? Completion.ofPart(
                                RuledFields.read(glance.state().settings(), row).get("score"))
                        : Completion.ofPercent(row.get("percentComplete")),
                glance.eyes()
                        .seen(glance.world().naming(row, "KeyResult", "parentId"))
                        .limit(SIBLINGS)
                        .map(each -> result(glance, each))
                        .toList(),
                children,
                seen.size() > SIBLINGS ? "The first " + SIBLINGS + " are shown; the record tells the others." : "");
    }

    /** What its labelled fields say. */
    private static String aside(Row row) {
        return Stream.of("type", "tier", "status", "health")
                .filter(field -> row.resource().has(field))
                .map(field -> Item.label(row, field))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Result result(Glance glance, Row row) {
        return new Result(
                Item.of(row, glance.links()),
                "· from " + number(row.get("baselineValue")) + " to " + number(row.get("targetValue")) + ", "
                        + Item.label(row, "type"),
                Completion.ofPart(
                        RuledFields.read(glance.state().settings(), row).get("score")));
    }

    private static String number(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "nothing" : value.toString().replaceAll("\\.0+$", "");
    }
}
