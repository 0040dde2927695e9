package io.alignemulator.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/fidelity.md} from {@code openapi/rules.yaml}: what holds, by family and with its evidence, and apart from it what is known and not yet done. */
public final class FidelityPage {

    private static final String INTRODUCTION = """
            # Fidelity: what is known, what is assumed

            Generated from `openapi/rules.yaml`; `mvn -q compile exec:java@refresh-generated-files` refreshes it. The same as JSON: `GET /_emulator/fidelity`.

            Nobody outside Atlassian has the server's source, and nothing here was taken from a live site by us. Each rule carries how it is known, and each that holds has a test
            that names it. The ids are permanent: the journal, the header `X-Emulator-Reason`, `/_emulator/access` and the conformance suite use them. How the *fields* are known is
            in [coverage.md](coverage.md), who may do what in [access.md](access.md).

            Where the evidence leaves a choice open, the emulator takes the **harsher** one, the one that exposes a client's bug rather than hiding it. Every assumed rule (I, U, F)
            that can refuse a call can be turned off: by the setting that the table names ([settings.md](settings.md)), else by its id: `--rules ADDR-08=off,LIST-21=off`, for a
            single sandbox with its setting `rules`. A rule with a setting of its own is not switched by id; the answer names the setting.

            """;

    private FidelityPage() {}

    /** The whole page. */
    public static String text(Path openapi) {
        RuleBook book = RuleBook.read(
                new YAMLMapper().readTree(openapi.resolve("rules.yaml").toFile()));
        StringBuilder page = new StringBuilder(INTRODUCTION);
        counts(page, book);
        page.append("## What holds\n");
        book.families().forEach((family, title) -> family(page, book, family, title));
        page.append("\n## Known, not yet done\n\nThe emulator does not do these yet; no test claims them.\n\n");
        page.append("| Rule | Evidence | What the real server does | Today |\n|---|---|---|---|\n");
        book.entries().stream()
                .filter(entry -> !entry.holds())
                .forEach(entry -> row(
                        page,
                        List.of(
                                entry.id(),
                                evidence(entry),
                                entry.says(),
                                entry.later().orElse(""))));
        page.append("\nRules that hold in part:\n\n| Rule | Still to do |\n|---|---|\n");
        book.entries().stream()
                .filter(entry -> entry.holds() && entry.later().isPresent())
                .forEach(entry -> row(page, List.of(entry.id(), entry.later().orElseThrow())));
        page.append("\n## Sources\n\n| Source | What it is |\n|---|---|\n");
        book.sources().forEach((source, what) -> row(page, List.of(source, what)));
        return page.toString();
    }

    private static void counts(StringBuilder page, RuleBook book) {
        Map<Evidence, Long> holds = book.counts(true);
        Map<Evidence, Long> planned = book.counts(false);
        page.append("| Evidence | Meaning | Rules that hold | Not yet done |\n|---|---|---|---|\n");
        for (Evidence each : Evidence.values()) {
            row(
                    page,
                    List.of(
                            each.name(),
                            each.meaning(),
                            String.valueOf(holds.getOrDefault(each, 0L)),
                            String.valueOf(planned.getOrDefault(each, 0L))));
        }
        page.append(
                "\nThese are not summed up: a rule that is observed and one that is guessed are not the same thing.\n\n");
    }

    private static void family(StringBuilder page, RuleBook book, String family, String title) {
        List<RuleEntry> entries = book.entries().stream()
                .filter(entry -> entry.holds() && entry.family().equals(family))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        page.append("\n### ").append(family).append(": ").append(title).append("\n\n");
        page.append("| Rule | Evidence | What holds | Otherwise |\n|---|---|---|---|\n");
        entries.forEach(entry -> row(page, List.of(entry.id(), evidence(entry), entry.says(), otherwise(entry))));
    }

    private static String evidence(RuleEntry entry) {
        return entry.evidence() == Evidence.E ? "E" : entry.evidence() + ", " + entry.source();
    }

    private static String otherwise(RuleEntry entry) {
        String off = entry.onByDefault() ? "" : "Off by default. ";
        return off
                + entry.switchedOff()
                        .map(what -> "`" + entry.id() + "=off`: " + what)
                        .or(() -> entry.setting().map(setting -> "`--" + setting + "`"))
                        .orElse("");
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append(cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("<", "&lt;"))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
