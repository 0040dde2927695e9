package io.alignemulator.conformance.report;

import io.alignemulator.conformance.report.Verdict.Failure;
import io.alignemulator.conformance.suite.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A result as one page, without scripts and other files. */
final class HtmlReport {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #172b4d; }
            table { border-collapse: collapse; width: 100%%; }
            td, th { border-bottom: 1px solid #dfe1e6; padding: .4rem .6rem; text-align: left; vertical-align: top; }
            .passed { color: #006644; } .failed { color: #ae2a19; font-weight: 600; } .skipped, .not { color: #5e6c84; }
            pre { background: #f4f5f7; overflow-x: auto; padding: .6rem; font-size: 13px; }
            summary { cursor: pointer; }
            </style>
            </head>
            <body>
            <h1>Client conformance</h1>
            <p>%2$s</p>
            %3$s
            %5$s
            <h2>All requirements</h2>
            <table>
            <tr><th>Requirement</th><th>Level</th><th>The client ...</th><th>Evidence</th><th>Result</th></tr>
            %4$s
            </table>
            </body>
            </html>
            """;

    private HtmlReport() {}

    static String of(SuiteResult result, KnownFailures baseline) {
        String errors = baseline.errors(result).stream()
                .map(error -> "<li>" + escaped(error) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
        return PAGE.formatted(
                escaped("Client conformance: " + result.client()),
                escaped(String.join(". ", summary(result))),
                baseline.errors(result).isEmpty() ? "" : errors,
                result.verdicts().stream()
                        .map(verdict -> row(verdict, baseline))
                        .collect(Collectors.joining("\n")),
                failures(result, baseline));
    }

    private static List<String> summary(SuiteResult result) {
        List<String> said = new ArrayList<>(List.of(TextReport.summary(result)));
        said.addAll(result.remarks());
        return said;
    }

    /** What is not met, in front of everything else. */
    private static String failures(SuiteResult result, KnownFailures baseline) {
        return result.verdicts().stream()
                .filter(Verdict::failed)
                .map(verdict -> failure(verdict, baseline))
                .collect(Collectors.joining("\n"));
    }

    private static String failure(Verdict verdict, KnownFailures baseline) {
        Requirement requirement = verdict.requirement();
        String id = escaped(requirement.id());
        return "<h2 id=\"failed-" + id + "\"><a href=\"#" + id + "\">" + id + "</a> " + requirement.level()
                + (baseline.contains(requirement) ? ", known" : "") + "</h2>\n<p>" + escaped(requirement.says())
                + "</p>\n"
                + verdict.failures().stream().map(HtmlReport::details).collect(Collectors.joining("\n"));
    }

    private static String linked(Requirement requirement, String state, boolean failed) {
        return failed ? "<a href=\"#failed-" + escaped(requirement.id()) + "\">" + state + "</a>" : state;
    }

    private static String row(Verdict verdict, KnownFailures baseline) {
        Requirement requirement = verdict.requirement();
        String state = verdict.state().words();
        return "<tr id=\"" + escaped(requirement.id()) + "\"><td>" + escaped(requirement.id()) + "</td><td>"
                + requirement.level() + "</td><td>" + escaped(requirement.says()) + "</td><td>"
                + escaped(requirement.evidence()) + "</td><td class=\"" + state + "\">"
                + linked(requirement, state, verdict.failed())
                + (verdict.failed() && baseline.contains(requirement) ? " (known)" : "")
                + (verdict.reason().isEmpty() ? "" : ": " + escaped(verdict.reason())) + "</td></tr>";
    }

    private static String details(Failure failure) {
        return "<details open><summary>" + escaped(failure.scenario() + " " + failure.expected()) + "</summary><pre>"
                + escaped(String.join("\n\n", failure.calls())) + "</pre></details>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
