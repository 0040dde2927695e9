package io.alignemulator.resource.body;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings.JsonReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The matrix of types by what is sent, as the reader of bodies itself reads it: POST and PUT in one table, the values of JSON Patch in another. */
public final class ConversionsPage {

    private static final Options OPTIONS = new Options(Instant.parse("2026-11-24T12:00:00Z"), JsonReading.SITE, true);

    /** What is sent, by the kind of JSON that it is. */
    private static final List<String> SENT = List.of(
            "\"text\"",
            "\"\"",
            "\"5\"",
            "\" +5 \"",
            "\"5.0\"",
            "\"1,5\"",
            "\"1e3\"",
            "\"true\"",
            "\"2026-01-01\"",
            "\"2026-01-01T10:00:00.000Z\"",
            "\"2026-01-01T10:00:00+02:00\"",
            "\"2026-01-01T10:00:00\"",
            "\"01/02/2026\"",
            "\"/Date(1767225600000)/\"",
            "5",
            "5.0",
            "1.5",
            "1e3",
            "2147483648",
            "012",
            "0x1F",
            "NaN",
            "true",
            "false",
            "null",
            "[]",
            "[1]",
            "[\"1\"]",
            "[1.0]",
            "[null]",
            "{}",
            "{\"releaseId\":\"1\"}",
            "[{\"releaseId\":\"1\"}]");

    private ConversionsPage() {}

    /** The whole page, as Markdown. */
    public static String page() {
        Map<String, Target> targets = targets();
        StringBuilder page = new StringBuilder("""
                # Conversions

                What the reader of bodies makes of each value, by the type of the field. Generated from the reader itself; `mvn -q process-classes exec:java@refresh-generated-files` refreshes it.
                A value that is refused ends the call with 400 and changes nothing. A rule in brackets is named in `X-Emulator-Note`: what was sent was read otherwise than it looks; with `--json strict` what
                stands here with BODY-01, BODY-03 or BODY-05 is refused ([settings](settings.md)). The rules are BODY-01 to BODY-05, BODY-07 and PTCH-02 to PTCH-04 ([fidelity](fidelity.md)).

                ## POST and PUT
                """);
        table(page, targets, ConversionsPage::body);
        page.append("\n## Values of JSON Patch\n\n");
        page.append(
                "A text that looks like a timestamp becomes one before it is converted, and numbers are written anew.\n");
        table(page, targets, ConversionsPage::patch);
        return page.toString();
    }

    /** A field of each type, the first that the catalogue has. */
    private static Map<String, Target> targets() {
        Resource epic = Catalogue.load().resource("Epic");
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("text", target(epic, "description"));
        targets.put("integer", target(epic, "budget"));
        targets.put("integer, never null", target(epic, "state"));
        targets.put("decimal", target(epic, "fcastShare"));
        targets.put("flag (0, 1)", target(epic, "isSplit"));
        targets.put("boolean", new Target(Kind.BOOLEAN, true, Optional.empty(), Optional.empty()));
        targets.put("date", target(epic, "targetCompletionDate"));
        targets.put("list of integers", target(epic, "releaseIds"));
        targets.put("list of objects", target(epic, "points"));
        targets.put("object", target(epic, "points").items().orElseThrow());
        return targets;
    }

    private static Target target(Resource resource, String name) {
        Field field = resource.field(name);
        return Target.of(field, resource.name());
    }

    private interface Reader {
        /** What is stored, or what is said. */
        String cell(String sent, Target target);
    }

    private static void table(StringBuilder page, Map<String, Target> targets, Reader reader) {
        page.append("\n| sent | ").append(String.join(" | ", targets.keySet())).append(" |\n");
        page.append("|---").append("|---".repeat(targets.size())).append("|\n");
        for (String sent : SENT) {
            List<String> cells = new ArrayList<>();
            targets.values().forEach(target -> cells.add(reader.cell(sent, target)));
            page.append("| `")
                    .append(sent)
                    .append("` | ")
                    .append(String.join(" | ", cells))
                    .append(" |\n");
        }
    }

    private static String body(String sent, Target target) {
        Conversions conversions = new Conversions(OPTIONS);
        Optional<JsonNode> read = BodyReader.convert(sent, target, "Epic", conversions);
        return cell(read, conversions.notes());
    }

    private static String patch(String sent, Target target) {
        PatchReading patch = PatchReader.read("[{\"op\":\"add\",\"path\":\"/x\",\"value\":" + sent + "}]", "Epic");
        JsonNode value = patch.operations()
                .orElseThrow()
                .get(0)
                .map(SentOperation::value)
                .orElseThrow();
        if (value.isNull()) {
            return target.nullable() ? "`null`" : "refused";
        }
        Conversions conversions = new Conversions(OPTIONS);
        Optional<JsonNode> read = BodyReader.convert(NetText.json(value), target, "Epic", conversions);
        boolean rewritten = read.filter(
                        stored -> stored.isString() && patch.rewritten().contains(stored.stringValue()))
                .isPresent();
        if (rewritten) {
            conversions.note(RuleId.PTCH_04);
        }
        return cell(read, conversions.notes());
    }

    private static String cell(Optional<JsonNode> read, Set<RuleId> notes) {
        String told = notes.stream().map(rule -> " (" + rule + ")").collect(Collectors.joining());
        return read.map(value -> "`" + NetText.json(value) + "`" + told).orElse("refused");
    }
}
