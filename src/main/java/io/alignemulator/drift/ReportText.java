package io.alignemulator.drift;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder();
        if (!report.complete()) {
            text.append("Not everything was asked: ").append(report.note()).append("\n\n");
        }
        text.append(
                report.findings().isEmpty()
                        ? "No difference.\n"
                        : report.findings().size() + " differences:\n");
        report.findings().forEach(each -> text.append("  ").append(line(each)).append('\n'));
        text.append("\nRules\n").append(verdicts(report.rules()));
        text.append("\nFields\n").append(counts(report.fields()));
        List<PatchLine> differences =
                report.patch().stream().filter(PatchLine::isDifference).toList();
        if (!differences.isEmpty()) {
            text.append("\nPatch\n");
            differences.forEach(each -> text.append("  ").append(each).append('\n'));
        }
        int rest = report.patch().size() - differences.size();
        if (rest > 0) {
            text.append("\n")
                    .append(rest)
                    .append(
                            " lines of the patch say only that something is known better now: evidence in rules.yaml and the catalogue. They stand in the report file.\n");
        }
        return text.toString();
    }

    private static String line(Finding finding) {
        String rules = finding.rules().isEmpty() ? "catalogue" : String.join(" ", finding.rules());
        List<String> subjects = List.copyOf(finding.subjects());
        String shown = String.join(", ", subjects.subList(0, Math.min(5, subjects.size())));
        String more = subjects.size() > 5 ? " and " + (subjects.size() - 5) + " more" : "";
        return finding.verdict() + " " + rules + "  " + finding.what() + "  " + shown + more + ": expected "
                + finding.expected() + ", observed " + finding.observed() + " (" + String.join(", ", finding.where())
                + ")";
    }

    private static String verdicts(Map<String, String> ids) {
        return groups(ids).entrySet().stream()
                .map(each -> "  " + each.getKey() + ": " + String.join(" ", each.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String counts(Map<String, String> fields) {
        return groups(fields).entrySet().stream()
                .map(each -> "  " + each.getKey() + ": " + each.getValue().size()
                        + (each.getKey().endsWith("confirmed") ? "" : "  " + String.join(" ", each.getValue())) + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, List<String>> groups(Map<String, String> verdicts) {
        return verdicts.keySet().stream()
                .collect(Collectors.groupingBy(
                        id -> String.valueOf(verdicts.get(id)), java.util.TreeMap::new, Collectors.toList()));
    }
}
