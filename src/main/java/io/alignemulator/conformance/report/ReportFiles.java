package io.alignemulator.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.conformance.report.Verdict.Failure;
import io.alignemulator.conformance.report.Verdict.State;
import io.alignemulator.conformance.suite.Requirement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A result as files: {@code report.txt}, {@code report.json}, {@code junit.xml}, {@code report.html} that needs no other file, and {@code badge.json} for a badge on a page. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes all of them; the folder is made if it is not there. */
    public static void write(Path folder, SuiteResult result, KnownFailures baseline) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.txt"), TextReport.of(result, baseline));
            Files.writeString(folder.resolve("report.json"), json(result, baseline));
            Files.writeString(folder.resolve("junit.xml"), junit(result, baseline));
            Files.writeString(folder.resolve("report.html"), HtmlReport.of(result, baseline));
            Files.writeString(folder.resolve("badge.json"), badge(result, baseline));
        } catch (IOException e) {
            throw new UncheckedIOException("The reports cannot be written to " + folder, e);
        }
    }

    private static String printed(Object json) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(json);
    }

    /** The form of {@code report.json}. */
    private record Report(
            String client,
            int suite,
            String time,
            long passed,
            long failed,
            @JsonProperty("not exercised") long notExercised,
            long skipped,
            List<String> errors,
            List<String> remarks,
            List<Judged> requirements) {}

    /** A requirement in it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Judged(
            String id,
            Requirement.Level level,
            String says,
            String evidence,
            String state,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean known,
            String reason,
            List<Failure> failures) {}

    private static String json(SuiteResult result, KnownFailures baseline) {
        return printed(new Report(
                result.client(),
                result.version(),
                result.time(),
                result.count(State.PASSED),
                result.count(State.FAILED),
                result.count(State.NOT_EXERCISED),
                result.count(State.SKIPPED),
                baseline.errors(result),
                result.remarks(),
                result.verdicts().stream().map(each -> judged(each, baseline)).toList()));
    }

    private static Judged judged(Verdict verdict, KnownFailures baseline) {
        Requirement requirement = verdict.requirement();
        return new Judged(
                requirement.id(),
                requirement.level(),
                requirement.says(),
                requirement.evidence(),
                verdict.state().words(),
                baseline.contains(requirement),
                verdict.reason(),
                verdict.failures());
    }

    /** In the form of JUnit's reports, which build servers read: a known failure is a skip. */
    private static String junit(SuiteResult result, KnownFailures baseline) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "client conformance of " + result.client());
            xml.writeAttribute("tests", Integer.toString(result.verdicts().size()));
            xml.writeAttribute(
                    "failures",
                    Long.toString(result.verdicts().stream()
                            .filter(each -> isError(each, baseline))
                            .count()));
            for (Verdict verdict : result.verdicts()) {
                testcase(xml, verdict, baseline);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isError(Verdict verdict, KnownFailures baseline) {
        boolean known = baseline.contains(verdict.requirement());
        return (verdict.failed() && !known) || (verdict.state() == State.PASSED && known);
    }

    private static void testcase(XMLStreamWriter xml, Verdict verdict, KnownFailures baseline)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "conformance." + verdict.requirement().level());
        xml.writeAttribute(
                "name", verdict.requirement().id() + " " + verdict.requirement().says());
        if (isError(verdict, baseline)) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message",
                    verdict.failed() ? verdict.failures().get(0).expected() : "passes, although it is known to fail");
            xml.writeCharacters(printable(details(verdict.failures())));
            xml.writeEndElement();
        } else if (verdict.state() != State.PASSED) {
            xml.writeStartElement("skipped");
            xml.writeAttribute(
                    "message",
                    verdict.failed() ? "a known failure" : verdict.state().words() + " " + verdict.reason());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String details(List<Failure> failures) {
        StringBuilder text = new StringBuilder();
        failures.forEach(failure -> text.append(failure.scenario())
                .append(": ")
                .append(failure.expected())
                .append('\n')
                .append(String.join("\n", failure.calls()))
                .append("\n\n"));
        return text.toString();
    }

    /** XML has no place for most control characters. */
    private static String printable(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]", "?");
    }

    /** As the service shields.io reads it. */
    private record Badge(int schemaVersion, String label, String message, String color) {}

    private static String badge(SuiteResult result, KnownFailures baseline) {
        long judged = result.count(State.PASSED) + result.count(State.FAILED);
        String color =
                !baseline.errors(result).isEmpty() ? "red" : result.failed().isEmpty() ? "brightgreen" : "yellow";
        return printed(
                new Badge(1, "Jira Align client conformance", result.count(State.PASSED) + " of " + judged, color));
    }
}
