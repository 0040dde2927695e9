package io.alignemulator.access.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The table {@code access/rules.txt}: pages, actions and scope of each resource, as somebody would write them down who has never seen the server. */
public final class Rules {

    private static final Path FILE = Path.of("src/test/resources/access/rules.txt");
    private static final String TIERED = "Objective";

    /**
     * A row of the table.
     *
     * @param name resource, with the tier behind it where there are several rows
     * @param create the action that a create needs, empty without the verb; likewise {@code update}
     * @param scope empty when the page alone decides
     */
    public record Line(
            String name,
            String collection,
            String noun,
            List<String> pages,
            Optional<String> create,
            Optional<String> update,
            List<Clause> scope) {

        /** Whether the first field that is set decides, instead of the best. */
        boolean firstSetDecides() {
            return scope.stream().anyMatch(clause -> clause.kind().equals("else"));
        }
    }

    /**
     * One way into the scope of a record.
     *
     * @param kind program, portfolio, team, home, as, else
     * @param via of as and else: the resource that the field names, or the field that says which one
     */
    public record Clause(String kind, String via, List<String> fields) {

        static Clause of(String text) {
            List<String> words = Arrays.asList(text.split(" "));
            boolean indirect = words.get(0).equals("as") || words.get(0).equals("else");
            return new Clause(
                    words.get(0), indirect ? words.get(1) : "", words.subList(indirect ? 2 : 1, words.size()));
        }
    }

    private final Map<String, Line> lines;
    private final Map<String, List<Line>> byResource;

    private Rules(Map<String, Line> lines) {
        this.lines = lines;
        this.byResource = lines.values().stream()
                .collect(Collectors.groupingBy(line -> line.name().split(" ")[0]));
    }

    public static Rules load() {
        Map<String, Line> lines = new LinkedHashMap<>();
        try {
            for (String text : Files.readAllLines(FILE)) {
                if (!text.startsWith("#")) {
                    Line line = line(text);
                    lines.put(line.name(), line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Rules(lines);
    }

    private static Line line(String text) {
        List<String> cells = Arrays.stream(text.split("\\|")).map(String::strip).toList();
        return new Line(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3).equals("?") ? List.of() : words(cells.get(3)),
                action(cells.get(4)),
                action(cells.get(5)),
                cells.get(6).equals("all")
                        ? List.of()
                        : words(cells.get(6)).stream().map(Clause::of).toList());
    }

    private static Optional<String> action(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip).toList();
    }

    /** The 25 resources of the official object table. */
    public List<String> resources() {
        return lines.values().stream()
                .filter(line -> !line.pages().isEmpty())
                .map(line -> line.name().split(" ")[0])
                .distinct()
                .toList();
    }

    /** All rows of a resource: one, or one for each tier. */
    List<Line> all(String resource) {
        return byResource.getOrDefault(resource, List.of());
    }

    /** A row for what does not depend on the record. */
    public Line any(String resource) {
        return all(resource).get(0);
    }

    /** The row that holds for a record; empty for resources that the table does not name. */
    Optional<Line> of(String resource, JsonNode row) {
        String name = resource.equals(TIERED) ? TIERED + " " + row.path("tier").asInt(0) : resource;
        return Optional.ofNullable(lines.get(name));
    }

    /** The fields that decide the scope of a record, its own id excepted. */
    public List<String> scopeFields(String resource, JsonNode row) {
        return of(resource, row).map(Line::scope).orElse(List.of()).stream()
                .flatMap(clause -> clause.fields().stream())
                .filter(field -> !field.equals("id"))
                .distinct()
                .toList();
    }

    /** Every page that the table names. */
    public List<String> pages() {
        return lines.values().stream()
                .flatMap(line -> line.pages().stream())
                .distinct()
                .toList();
    }

    /** Every action that the table names. */
    public List<String> actions() {
        return lines.values().stream()
                .flatMap(line -> line.create().stream())
                .distinct()
                .toList();
    }
}
