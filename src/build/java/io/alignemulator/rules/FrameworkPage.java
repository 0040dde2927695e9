package io.alignemulator.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/framework.md}: the measured requests that the emulator answers otherwise on purpose. A test sends them all and finds a row that is missing here, and one too many. */
public final class FrameworkPage {

    private static final String DATA = "src/test/resources/framework/";
    private static final int LONGEST = 240;

    private static final String INTRODUCTION = """
            # What differs from the framework on purpose

            Generated from `%s`; `mvn -q process-classes exec:java@refresh-generated-files` refreshes it.

            What a call meets before the site's own rules was measured on the framework that the real server is believed to run: %d requests to a site with %d epics.
            The emulator answers them as measured - status, rows, effect and sentence - but for these %d, where another rule decides ([fidelity.md](fidelity.md)), often a setting
            ([settings.md](settings.md)). A target behind `!` is whole, others lie below `/rest/align/api/2`; "also" in a reason is what other set-ups of the framework answer, in the data.

            | Id | Request | The framework answers | Rule | Why the emulator does not |
            |---|---|---|---|---|
            """;

    private FrameworkPage() {}

    /**
     * A measured answer that the emulator does not give.
     *
     * @param rule that decides instead
     * @param reason in a few words
     */
    public record Difference(String rule, String reason) {

        /**
         * What is said of a measured request: by the emulator, else by the measurement itself; empty when it is to be answered as measured.
         *
         * @param onPurpose content of {@code on-purpose.json}
         */
        public static Optional<Difference> of(JsonNode row, JsonNode onPurpose) {
            JsonNode id = row.path("id");
            JsonNode own = onPurpose.path("differs").path(id.asString());
            if (own.isObject()) {
                return Optional.of(new Difference(
                        own.path("rule").asString(), own.path("reason").asString()));
            }
            if (!row.has("overruled") || onPurpose.path("equal").valueStream().anyMatch(id::equals)) {
                return Optional.empty();
            }
            String overruled = row.path("overruled").asString();
            int colon = overruled.indexOf(": ");
            return Optional.of(
                    new Difference(overruled.substring(0, Math.max(colon, 0)), overruled.substring(colon + 2)));
        }
    }

    /**
     * The whole page.
     *
     * @param root of the project
     * @throws IllegalStateException when a row names no rule that holds
     */
    public static String text(Path root) {
        JsonNode rows = json(root, "requests.json").path("rows");
        JsonNode onPurpose = json(root, "on-purpose.json");
        Set<String> rules = FidelityPage.book(root).entries().stream()
                .filter(RuleEntry::holds)
                .map(RuleEntry::id)
                .collect(Collectors.toSet());
        String table = rows.valueStream()
                .flatMap(row -> Difference.of(row, onPurpose).map(why -> line(row, why, rules)).stream())
                .collect(Collectors.joining());
        return INTRODUCTION.formatted(
                        DATA,
                        rows.size(),
                        json(root, "seed.json").size(),
                        table.lines().count())
                + table;
    }

    private static JsonNode json(Path root, String file) {
        return JsonMapper.shared().readTree(root.resolve(DATA).resolve(file).toFile());
    }

    private static String line(JsonNode row, Difference why, Set<String> rules) {
        if (!rules.contains(why.rule())) {
            throw new IllegalStateException(row.path("id") + " differs by no rule that holds: " + why.reason());
        }
        String request = Stream.of("method", "target", "body")
                .filter(row::has)
                .map(key -> row.path(key).asString())
                .collect(Collectors.joining(" "));
        return FidelityPage.row(List.of(
                row.path("id").asString(), "`" + request + "`", answer(row.path("answer")), why.rule(), why.reason()));
    }

    /** The status and what was measured besides: the sentence, the first rows, what a record holds then. */
    private static String answer(JsonNode answer) {
        String told = answer.has("errors")
                ? answer.path("errors").toString()
                : Stream.of("sentence", "rows", "firstIds", "keys", "then")
                        .filter(answer::has)
                        .map(key -> key.equals("sentence") ? answer.path(key).asString() : key + " " + answer.path(key))
                        .collect(Collectors.joining(", "));
        String line = (answer.path("status") + " " + told).strip().replace('\n', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
