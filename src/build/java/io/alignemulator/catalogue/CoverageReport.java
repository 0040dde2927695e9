package io.alignemulator.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Build step: {@code docs/coverage.md}, which says of every resource what it offers and how its fields are known. */
public final class CoverageReport {

    private static final String INTRODUCTION = """
            # Coverage: what is there, and how it is known

            Generated from the catalogue (`openapi/`); refresh it with
            `mvn -q process-classes exec:java@refresh-generated-files`.

            Nothing in it was taken from a live site by this project. The real API publishes its fields only behind a login, so each field says how its key is known:
            **documented** (an official page names it), **observed** (in a real payload, or in code that ran against a live site), **listed** (by name, in an integration's
            listing of the models), **inferred** (a guess by analogy or convention). That a key is known does not make its type known: where the type is a guess, the column
            *type inferred* counts it. Key order, required fields, and most lists of values are weaker still.
            """;

    private final Catalogue catalogue;
    private final JsonNode sources;
    private final StringBuilder out = new StringBuilder(INTRODUCTION);

    private CoverageReport(JsonNode sources) {
        this.sources = sources;
        this.catalogue = CatalogueReader.read(sources);
    }

    /** The report in Markdown; {@code openapi} is the folder of the catalogue. */
    public static String text(Path openapi) throws IOException {
        ObjectNode sources = CatalogueCompiler.readSources(openapi);
        CoverageReport report = new CoverageReport(sources);
        report.resources("The 25 official objects", true);
        report.resources("Further collections", false);
        report.guesses();
        report.models();
        report.totals();
        report.sources(new YAMLMapper().readTree(openapi.resolve("sources.yaml").toFile()));
        return report.out.toString();
    }

    private void resources(String title, boolean seed) {
        heading(title);
        row(
                "Resource",
                "Collection",
                "Verbs",
                "Fields",
                "documented",
                "observed",
                "listed",
                "inferred",
                "type inferred",
                "Below a record");
        row("---", "---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "---");
        for (Resource resource : catalogue.resources()) {
            if (resource.seed() == seed && (resource.isServed() || seed)) {
                List<JsonNode> fields = fields(resource);
                Map<EvidenceGrade, Long> levels = levels(fields);
                row(
                        resource.name(),
                        resource.routes().stream()
                                .map(r -> "`" + r.path() + "`")
                                .collect(Collectors.joining(", ")),
                        verbs(resource),
                        String.valueOf(fields.size()),
                        count(levels, EvidenceGrade.DOCUMENTED),
                        count(levels, EvidenceGrade.OBSERVED),
                        count(levels, EvidenceGrade.LISTED),
                        count(levels, EvidenceGrade.INFERRED),
                        String.valueOf(guessedTypes(resource).size()),
                        below(resource));
            }
        }
    }

    private void guesses() {
        heading("What is guessed");
        out.append(
                "Keys that are a guess, and keys that are known but whose type is one. A resource without a line has neither.\n\n");
        for (Resource resource : catalogue.resources()) {
            if (resource.recordsOf().equals(resource.name())) {
                List<String> keys = resource.fields().stream()
                        .filter(f -> level(resource, f) == EvidenceGrade.INFERRED)
                        .map(f -> f.is(Field.Trait.HIDDEN) ? f.name() + " (internal)" : f.name())
                        .toList();
                guesses(resource.name(), keys, guessedTypes(resource));
            }
        }
    }

    private void guesses(String name, List<String> keys, List<String> types) {
        List<String> parts = new ArrayList<>();
        if (!keys.isEmpty()) {
            parts.add("keys: " + String.join(", ", keys));
        }
        if (!types.isEmpty()) {
            parts.add("types: " + String.join(", ", types));
        }
        if (!parts.isEmpty()) {
            out.append("- **")
                    .append(name)
                    .append("**. ")
                    .append(String.join("; ", parts))
                    .append(".\n");
        }
    }

    private void models() {
        heading("Objects inside records");
        out.append(
                "Evidence of the object as a whole; the types of its keys are inferred unless a payload showed them.\n\n");
        row("Model", "Evidence", "Keys");
        row("---", "---", "---");
        for (Map.Entry<String, JsonNode> model : sources.path("models").properties()) {
            String keys = String.join(", ", model.getValue().path("properties").propertyNames());
            row(model.getKey(), model.getValue().path("x-evidence").asString(), keys.isEmpty() ? "by pattern" : keys);
        }
    }

    private void totals() {
        heading("Totals");
        List<JsonNode> official = catalogue.resources().stream()
                .filter(Resource::seed)
                .flatMap(r -> fields(r).stream())
                .toList();
        Map<EvidenceGrade, Long> levels = levels(official);
        long objects = catalogue.resources().stream().filter(Resource::seed).count();
        long types = official.stream().filter(CoverageReport::isTypeGuessed).count();
        out.append("%d fields of %d official objects: %s documented, %s observed, %s listed, %s inferred.\n"
                .formatted(
                        official.size(),
                        objects,
                        count(levels, EvidenceGrade.DOCUMENTED),
                        count(levels, EvidenceGrade.OBSERVED),
                        count(levels, EvidenceGrade.LISTED),
                        count(levels, EvidenceGrade.INFERRED)));
        Map<EvidenceGrade, Long> expanded = expansions();
        out.append(
                "Besides, `expand=true` adds %d objects to them: %s documented, %s observed, %s listed, %s inferred.\n"
                        .formatted(
                                expanded.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                count(expanded, EvidenceGrade.DOCUMENTED),
                                count(expanded, EvidenceGrade.OBSERVED),
                                count(expanded, EvidenceGrade.LISTED),
                                count(expanded, EvidenceGrade.INFERRED)));
        out.append(
                "Of the fields whose key is better known, %d have an inferred type. The verbs of the official objects are the vendor's own table.\n"
                        .formatted(types));
    }

    private Map<EvidenceGrade, Long> expansions() {
        return catalogue.resources().stream()
                .filter(Resource::seed)
                .flatMap(r -> file(r).path("x-expand").valueStream())
                .collect(byLevel("evidence"));
    }

    private void sources(JsonNode keys) {
        heading("Sources");
        Map<String, Integer> uses = new TreeMap<>();
        sources.path("resources").findValuesAsString("x-source").forEach(key -> uses.merge(key, 1, Integer::sum));
        row("Key", "What it is", "Fields that name it");
        row("---", "---", "--:");
        for (Map.Entry<String, JsonNode> source : keys.properties()) {
            row(source.getKey(), source.getValue().asString(), uses(source.getKey(), uses));
        }
    }

    /** A key that ends in -n stands for all of its numbers. */
    private static String uses(String key, Map<String, Integer> uses) {
        int sum = uses.entrySet().stream()
                .filter(e -> key.endsWith("-n")
                        ? e.getKey().startsWith(key.substring(0, key.length() - 1))
                        : e.getKey().equals(key))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return sum == 0 ? "" : String.valueOf(sum);
    }

    private String verbs(Resource resource) {
        List<String> verbs = new ArrayList<>(List.of("GET"));
        if (resource.verbs().contains(Verb.CREATE)) {
            verbs.add("POST");
        }
        if (resource.verbs().contains(Verb.UPDATE)) {
            verbs.addAll(List.of("PUT", "PATCH"));
        }
        if (resource.verbs().contains(Verb.DELETE)) {
            verbs.add("DELETE");
        }
        return String.join(" ", verbs) + " ("
                + file(resource).path("x-verbs").path("evidence").asString() + ")";
    }

    private String below(Resource resource) {
        return file(resource).path("x-sub").properties().stream()
                .map(e -> e.getKey() + " (" + e.getValue().asString() + ")")
                .collect(Collectors.joining(", "));
    }

    private List<String> guessedTypes(Resource resource) {
        return resource.fields().stream()
                .map(Field::name)
                .filter(name -> isTypeGuessed(properties(resource).path(name)))
                .toList();
    }

    private static boolean isTypeGuessed(JsonNode field) {
        return field.path("x-type-evidence").asString("").equals(EvidenceGrade.INFERRED.word());
    }

    private EvidenceGrade level(Resource resource, Field field) {
        return EvidenceGrade.of(
                properties(resource).path(field.name()).path("x-evidence").asString());
    }

    private JsonNode file(Resource resource) {
        return sources.path("resources").path(resource.name());
    }

    private JsonNode properties(Resource resource) {
        return sources.path("resources").path(resource.recordsOf()).path("properties");
    }

    /** What a client can see or send; internal columns are not fields of the API. */
    private List<JsonNode> fields(Resource resource) {
        return resource.fields().stream()
                .filter(f -> !f.is(Field.Trait.HIDDEN) && !f.is(Field.Trait.WRITE_ONLY))
                .map(f -> properties(resource).path(f.name()))
                .toList();
    }

    private static Map<EvidenceGrade, Long> levels(List<JsonNode> fields) {
        return fields.stream().collect(byLevel("x-evidence"));
    }

    private static Collector<JsonNode, ?, Map<EvidenceGrade, Long>> byLevel(String key) {
        return Collectors.groupingBy(
                node -> EvidenceGrade.of(node.path(key).asString()),
                () -> new EnumMap<>(EvidenceGrade.class),
                Collectors.counting());
    }

    private static String count(Map<EvidenceGrade, Long> levels, EvidenceGrade level) {
        return String.valueOf(levels.getOrDefault(level, 0L));
    }

    private void heading(String title) {
        out.append("\n## ").append(title).append("\n\n");
    }

    private void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
