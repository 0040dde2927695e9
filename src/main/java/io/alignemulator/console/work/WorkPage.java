package io.alignemulator.console.work;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.TitleSearch;
import io.alignemulator.console.work.WorkView.Choice;
import io.alignemulator.console.work.WorkView.Loose;
import io.alignemulator.console.work.WorkView.Option;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The hierarchy of work with search and filters; its branches come when they are opened ({@link BranchPage}). */
public final class WorkPage implements Page {

    private static final List<String> KINDS =
            List.of("Theme", "Epic", "Capability", "Feature", "Story", "Task", "Defect");

    private static final int MOST_FOUND = 100;
    private static final int MOST_OPTIONS = 300;

    @Override
    public Shown show(Glance glance) {
        String q = glance.parameter("q");
        Branches branches = new Branches(glance);
        WorkFilter filter = WorkFilter.of(glance);
        List<Item> found = q.isEmpty() ? List.of() : found(glance, q, filter.test());
        return Shown.of(
                "work.jte",
                new WorkView(
                        glance.frame("Work", "/work"),
                        q.isEmpty() ? branches.roots() : new Branch(List.of(), ""),
                        loose(glance, branches),
                        choices(glance),
                        q,
                        found.stream().limit(MOST_FOUND).toList(),
                        found.size() > MOST_FOUND,
                        !filter.isEmpty(),
                        glance.links().page("/work"),
                        fresh(glance)));
    }

    private static List<Item> found(Glance glance, String q, Predicate<Row> where) {
        return KINDS.stream()
                .map(kind -> glance.catalogue().resource(kind))
                .flatMap(kind -> glance.eyes()
                        .among(
                                kind,
                                TitleSearch.among(glance.world().table(kind), q),
                                TitleSearch.of(kind, q).and(where)))
                .limit(MOST_FOUND + 1L)
                .map(row -> Item.of(row, glance.links()))
                .toList();
    }

    private static List<Loose> loose(Glance glance, Branches branches) {
        return Stream.of("Epic", "Capability", "Feature", "Story")
                .filter(kind -> glance.eyes().isOpen(glance.catalogue().resource(kind)))
                .map(kind -> new Loose(
                        Item.name(glance.catalogue().resource(kind)) + " that hang on nothing",
                        Branches.LOOSE + "/" + kind,
                        branches.address(Branches.LOOSE + "/" + kind, 0)))
                .toList();
    }

    private static List<Loose> fresh(Glance glance) {
        return Stream.of("Theme", "Epic", "Feature", "Story")
                .map(kind -> new Loose(
                        kind.toLowerCase(Locale.ROOT),
                        kind,
                        glance.links()
                                .page("/records/" + Item.name(glance.catalogue().resource(kind)) + "/new")))
                .toList();
    }

    private static List<Choice> choices(Glance glance) {
        List<Choice> choices = new ArrayList<>();
        for (String name : List.of("portfolio", "program", "team", "increment")) {
            Resource resource = glance.catalogue().resource(WorkFilter.PLACES.getOrDefault(name, ""));
            String chosen = glance.parameter(name);
            choices.add(new Choice(
                    name,
                    name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                    glance.eyes()
                            .all(resource)
                            .limit(MOST_OPTIONS)
                            .map(row -> new Option(
                                    Long.toString(row.id()),
                                    Item.title(row),
                                    Long.toString(row.id()).equals(chosen)))
                            .toList()));
        }
        return choices;
    }
}
