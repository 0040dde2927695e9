package io.alignemulator.conformance.report;

import io.alignemulator.conformance.report.Verdict.Failure;
import io.alignemulator.conformance.report.Verdict.State;
import io.alignemulator.protocol.calls.Printable;

/** A result for people; what a client sent to act on their terminal is escaped. */
public final class TextReport {

    private TextReport() {}

    /** Every failure with what was expected and the exchanges that show it, then the numbers. */
    public static String of(SuiteResult result, KnownFailures baseline) {
        StringBuilder text = new StringBuilder();
        for (Verdict verdict : result.verdicts()) {
            if (verdict.failed()) {
                failed(text, verdict, baseline.contains(verdict.requirement()));
            }
        }
        text.append(summary(result)).append('\n');
        result.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
        for (Verdict verdict : result.verdicts()) {
            if (verdict.state() == State.SKIPPED) {
                text.append("  skipped ")
                        .append(verdict.requirement().line())
                        .append(" - ")
                        .append(verdict.reason())
                        .append('\n');
            }
        }
        baseline.errors(result)
                .forEach(error -> text.append("error: ").append(error).append('\n'));
        return Printable.of(text.toString());
    }

    private static void failed(StringBuilder text, Verdict verdict, boolean known) {
        text.append(known ? "FAILED (known) " : "FAILED ")
                .append(verdict.requirement().line())
                .append("\n  because of ")
                .append(verdict.requirement().evidence())
                .append('\n');
        for (Failure failure : verdict.failures()) {
            text.append("  ")
                    .append(failure.scenario().isEmpty() ? "" : "in " + failure.scenario() + ": ")
                    .append(failure.expected())
                    .append('\n');
            for (String call : failure.calls()) {
                text.append(("\n" + call).replace("\n", "\n    ").substring(1)).append('\n');
            }
        }
        text.append('\n');
    }

    /** {@code 63 passed, 1 failed, ...}. */
    public static String summary(SuiteResult result) {
        return result.client() + ": " + result.count(State.PASSED) + " passed, " + result.count(State.FAILED)
                + " failed, " + result.count(State.SKIPPED) + " skipped, " + result.count(State.NOT_EXERCISED)
                + " not exercised of " + result.verdicts().size() + " requirements (suite version "
                + result.version() + ", time " + result.time() + ")";
    }
}
