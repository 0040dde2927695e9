package io.alignemulator.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.alignemulator.drift.shape.Shape;
import io.alignemulator.settings.BuildInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run saw, without a value of the site; the form is described in {@code docs/drift-report.schema.json}.
 *
 * @param format says which form this is
 * @param emulator version of the emulator, whose rules and catalogue were compared
 * @param complete whether everything was asked; otherwise note says why not
 * @param rules verdict by id: confirmed, confirmed in part, refined, broken; a rule that nothing was seen of is not named
 * @param fields verdict by Resource.key: confirmed, key confirmed (only null came), refined, broken
 * @param findings the differences
 * @param patch lines for openapi/rules.yaml and the catalogue
 * @param resources what records look like, by resource
 * @param answers what the probes were answered
 * @param headers names of headers that came
 */
public record Report(
        String format,
        String emulator,
        boolean complete,
        String note,
        Map<String, String> rules,
        Map<String, String> fields,
        List<Finding> findings,
        List<PatchLine> patch,
        Map<String, Seen> resources,
        Set<AnswerShape> answers,
        Set<String> headers) {

    static final String FORMAT = "jira-align-emulator drift report, form 1";

    /**
     * A collection as it was seen.
     *
     * @param list what the list was answered with: status and kind of body
     * @param record the same of one record; empty when none was asked for
     * @param listShape what the records of the list look like
     * @param recordShape what the single record looks like
     * @param expandedShape what the records of the list look like with expand=true
     * @param below what is told below a record, by the last part of its address
     */
    record Seen(
            String list,
            String record,
            Shape listShape,
            Shape recordShape,
            Shape expandedShape,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Shape> below) {

        static Seen unread(String list) {
            return new Seen(list, "", Shape.NOTHING, Shape.NOTHING, Shape.NOTHING, Map.of());
        }
    }

    /**
     * An answer to a probe.
     *
     * @param probe the call, with placeholders
     * @param headers kinds of their values by name
     * @param sentence the body without values; empty where it is no sentence
     */
    record AnswerShape(
            String probe, List<String> rules, int status, Map<String, String> headers, String body, String sentence) {}

    static String version() {
        return BuildInfo.version();
    }

    /** Whether the site does anything else than is said of it. */
    public boolean differs() {
        return !findings.isEmpty();
    }

    /** As JSON. */
    public String json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    /** Writes it into a file. */
    public void write(Path file) {
        try {
            Files.write(file, json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people. */
    public String text() {
        return ReportText.of(this);
    }
}
