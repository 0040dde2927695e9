package io.alignemulator.console.view;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record as a line of a page.
 *
 * @param kind its resource
 * @param state in words; empty where there is none
 * @param tone {@code good} for what is done, {@code warn} for what is being done, else empty
 * @param marks what sets it apart: recycled, cancelled, inactive
 */
public record Item(String kind, long id, String title, String href, String state, String tone, List<String> marks) {

    /** The line of a record. */
    public static Item of(Row row, Links links) {
        String state = state(row);
        return new Item(
                row.resource().name(),
                row.id(),
                title(row),
                links.record(name(row.resource()), row.id()),
                state,
                tone(state),
                marks(row));
    }

    /** What the collection of a resource is called in addresses of the console. */
    public static String name(Resource resource) {
        return resource.collection().contains("/") ? resource.name() : resource.collection();
    }

    /** What a record is called by people. */
    public static String title(Row row) {
        // the title of a user is a job
        String full = fullName(row);
        boolean isNamed = row.resource().has("title") || row.resource().has("name");
        return Stream.of(
                        full,
                        text(row, "title"),
                        text(row, "name"),
                        text(row, "uid"),
                        isNamed ? "" : text(row, "description"))
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElseGet(() -> row.resource().name() + " " + row.id());
    }

    /** First and last name of a user; empty where there are none. */
    public static String fullName(Row row) {
        return Stream.of("firstName", "lastName")
                .map(key -> text(row, key))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Whether it is recycled or cancelled, and so counts nowhere. */
    public static boolean isGone(Row row) {
        return isOne(row, "isRecycled") || isOne(row, "isCanceled");
    }

    /** Whether its state is the one in which it ends well. */
    public static boolean isDone(Row row) {
        return tone(state(row)).equals("good");
    }

    /** What the value of a field means; empty where that is not told. */
    public static String label(Row row, String field) {
        return row.resource().field(field).labels().getOrDefault(text(row, field), "");
    }

    private static String state(Row row) {
        if (!row.resource().has("state")) {
            return "";
        }
        Object value = row.get("state");
        return value == null
                ? ""
                : row.resource().field("state").labels().getOrDefault(value.toString(), value.toString());
    }

    private static String tone(String state) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "accepted", "done", "fixed", "closed", "completed" -> "good";
            case "in progress", "in-work", "dev complete", "test complete", "pending test", "verifying" -> "warn";
            default -> "";
        };
    }

    private static List<String> marks(Row row) {
        List<String> marks = new ArrayList<>();
        if (isOne(row, "isRecycled")) {
            marks.add("recycled");
        }
        if (isOne(row, "isCanceled")) {
            marks.add("cancelled");
        }
        if (row.resource().has("isActive") && Objects.equals(row.get("isActive"), 0L)) {
            marks.add("inactive");
        }
        if (isOne(row, "isLocked")) {
            marks.add("deactivated");
        }
        return List.copyOf(marks);
    }

    private static boolean isOne(Row row, String field) {
        return row.resource().has(field) && Objects.equals(row.get(field), 1L);
    }

    private static String text(Row row, String field) {
        return row.resource().has(field) ? Objects.toString(row.get(field), "") : "";
    }
}
