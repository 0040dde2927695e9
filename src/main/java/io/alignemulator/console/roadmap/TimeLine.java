package io.alignemulator.console.roadmap;

import io.alignemulator.console.roadmap.RoadmapView.Line;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Tree;
import io.alignemulator.world.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The line that a few increments make, and what stands on it. */
final class TimeLine {

    private static final int FEATURES = 12;

    private final Glance glance;
    private final List<Row> releases;
    private final Map<Long, Span> spans = new TreeMap<>();
    private final Scale scale;

    private TimeLine(Glance glance, List<Row> releases) {
        this.glance = glance;
        this.releases = releases;
        releases.forEach(row -> Span.of(row, "startDate", "endDate").ifPresent(span -> spans.put(row.id(), span)));
        this.scale = new Scale(Span.around(spans.values()).orElseThrow());
    }

    /** @param releases at least one, each with its dates */
    static TimeLine of(Glance glance, List<Row> releases) {
        return new TimeLine(glance, releases);
    }

    Scale scale() {
        return scale;
    }

    List<Bar> increments() {
        return releases.stream()
                .flatMap(row ->
                        Optional.ofNullable(spans.get(row.id())).stream().map(span -> bar(row, "shortName", span)))
                .toList();
    }

    List<Bar> sprints() {
        return releases.stream()
                .flatMap(release ->
                        glance.eyes().seen(glance.world().table("AnchorSprint").find("releaseId", release.id())))
                .flatMap(row -> Span.of(row, "startDate", "endDate").stream().map(span -> bar(row, "short", span)))
                .toList();
    }

    private Bar bar(Row row, String shortName, Span span) {
        Object label = row.get(shortName);
        String title = Item.title(row);
        return scale.bar(
                span,
                label == null ? title : label.toString(),
                title + ", " + span.text(),
                Item.of(row, glance.links()).tone());
    }

    List<String> marks() {
        return spans.values().stream().map(span -> scale.place(span.from())).toList();
    }

    Optional<String> now() {
        Instant now = glance.state().clock().now();
        return scale.holds(now) ? Optional.of(scale.place(now)) : Optional.empty();
    }

    /** An epic and its features. */
    List<Line> of(Row epic) {
        List<Row> features = features(epic).limit(FEATURES + 1L).toList();
        long done = features.stream().filter(Item::isDone).count();
        List<Line> lines = new ArrayList<>();
        String many = features.size() > FEATURES
                ? "the first " + FEATURES + " features"
                : done + " of " + features.size() + " done";
        inReleases(epic, "releaseIds")
                .ifPresent(span -> lines.add(line(epic, span, false, features.isEmpty() ? "no features here" : many)));
        features.stream().limit(FEATURES).forEach(feature -> ofFeature(feature)
                .ifPresent(span -> lines.add(line(feature, span, true, ""))));
        return lines;
    }

    private Line line(Row row, Span span, boolean below, String aside) {
        Item item = Item.of(row, glance.links());
        return new Line(
                item, below, span.text(), aside, scale.bar(span, "", item.title() + ", " + span.text(), item.tone()));
    }

    /** The features of an epic that lie in these increments, those of its capabilities among them. */
    private Stream<Row> features(Row epic) {
        return Tree.children(glance.world(), epic)
                .flatMap(row -> row.resource().name().equals("Capability")
                        ? Tree.children(glance.world(), row)
                        : Stream.of(row))
                .filter(row -> row.resource().name().equals("Feature"))
                .filter(row -> row.get("releaseId") instanceof Long id && spans.containsKey(id))
                .filter(row -> !Item.isGone(row) && glance.eyes().sees(row));
    }

    /** From the first to the last of the increments that a record names. */
    private Optional<Span> inReleases(Row row, String field) {
        Object value = row.get(field);
        Collection<?> ids = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        return Span.around(ids.stream()
                .flatMap(id ->
                        id instanceof Long number ? Optional.ofNullable(spans.get(number)).stream() : Stream.empty())
                .toList());
    }

    /** From its first to its last sprint, where it has them and they lie on the line; else its increment. */
    private Optional<Span> ofFeature(Row feature) {
        Optional<Span> sprints = Span.around(Stream.of("startSprintId", "endSprintId")
                .flatMap(field -> feature.get(field) instanceof Long id
                        ? glance.world().get("AnchorSprint", id).stream()
                        : Stream.empty())
                .flatMap(sprint -> Span.of(sprint, "startDate", "endDate").stream())
                .toList());
        return sprints.filter(span -> scale.holds(span.from()) && scale.holds(span.to()))
                .or(() -> inReleases(feature, "releaseId"));
    }
}
