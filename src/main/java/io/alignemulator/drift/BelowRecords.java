package io.alignemulator.drift;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.drift.Finding.What;
import io.alignemulator.drift.shape.Shape;
import io.alignemulator.drift.shape.ShapeReader;
import io.alignemulator.drift.shape.Structure;
import io.alignemulator.drift.site.LiveSite;
import io.alignemulator.drift.site.SiteAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What lies below a record: the custom fields that it may have, and its audit log. */
final class BelowRecords {

    private static final String EDIT_META = "editmeta";
    private static final String AUDIT_LOG = "auditlog";
    private static final String WHERE = "answer";
    private static final List<String> CUSTOM_FIELDS = List.of("REPR-16");
    private static final List<String> ROWS = List.of("REPR-18");
    private static final List<String> OTHER_ROWS = List.of("REPR-19");
    private static final Set<String> OF_A_CUSTOM_FIELD = Set.of("key", "label", "type", "allowedValues");

    private final LiveSite site;
    private final Findings findings;
    private final Function<String, ShapeReader> shapes;
    private final Structure customField;
    private final Structure auditRow;

    /** @param shapes what reads the records of a path */
    BelowRecords(LiveSite site, Findings findings, Function<String, ShapeReader> shapes, Catalogue catalogue) {
        this.site = site;
        this.findings = findings;
        this.shapes = shapes;
        this.customField = Structure.of(catalogue.resource("CustomFieldDefinition"), OF_A_CUSTOM_FIELD);
        this.auditRow = Structure.of(catalogue.resource("AuditLogEntry"));
    }

    /** Asks for all that lies below one record; what it looks like by the last part of its address. */
    Map<String, Shape> read(Resource resource, String record) {
        Map<String, Shape> read = new TreeMap<>();
        for (String each : resource.subResources()) {
            boolean isLog = each.equals(AUDIT_LOG);
            SiteAnswer answer = site.get(record + "/" + each);
            if (isAnswered(resource, each, answer, isLog)) {
                read.put(each, isLog ? log(resource, record, answer) : customFields(resource, record, answer));
            }
        }
        return read;
    }

    /** A page that is closed (403) says nothing. */
    private boolean isAnswered(Resource resource, String last, SiteAnswer answer, boolean isLog) {
        String body = isLog ? "array" : "object";
        if (answer.status() == 200 && answer.body().equals(body)) {
            return true;
        }
        if (answer.status() != 0 && answer.status() != 403) {
            List<String> rules = isLog ? ROWS : CUSTOM_FIELDS;
            String observed = answer.status() + ", " + answer.body();
            findings.add(What.STATUS, rules, subject(resource, last), "200, " + body, observed, WHERE);
        }
        return false;
    }

    private static String subject(Resource resource, String last) {
        return "GET " + resource.collection() + "/{id}/" + last;
    }

    /** Keys of which the catalogue knows nothing may be what a site calls its fields. */
    private Shape customFields(Resource resource, String record, SiteAnswer answer) {
        JsonNode fields = answer.json().orElseThrow().path("customfields");
        if (!fields.isArray()) {
            String observed = fields.isMissingNode() ? "no such key" : "another type";
            findings.add(
                    What.BODY, CUSTOM_FIELDS, subject(resource, EDIT_META), "customfields: array", observed, WHERE);
            return Shape.NOTHING;
        }
        Shape shape =
                shapes.apply(record).discreet().records(fields.valueStream().toList(), customField);
        new RecordComparison(findings, WHERE).compare(customField, shape);
        findings.confirm(CUSTOM_FIELDS, false);
        return shape;
    }

    private Shape log(Resource resource, String record, SiteAnswer answer) {
        Shape shape = shapes.apply(record).records(answer.rows(), auditRow);
        new RecordComparison(findings, WHERE).compare(auditRow, shape);
        details(resource, answer.texts("details"));
        return shape;
    }

    /** How the rows say what they say; that of ideas is observed. */
    private void details(Resource resource, List<String> details) {
        List<String> rules = resource.auditName().equals(resource.singular()) ? OTHER_ROWS : ROWS;
        String subject = subject(resource, AUDIT_LOG);
        boolean inFonts = details.stream()
                .anyMatch(text -> text.matches("(?s).*<font class=\"fields\">.*</font>: <font  class=\"values\">.*"));
        if (!details.isEmpty() && !inFonts) {
            String expected = "fields and values in font elements";
            findings.add(What.BODY, rules, subject, expected, "another form", WHERE);
        } else if (!details.isEmpty() && !details.get(0).startsWith(resource.auditName() + " created")) {
            String expected = "the first row tells of the creation";
            findings.add(What.BODY, rules, subject, expected, "another first row", WHERE);
        } else if (!details.isEmpty()) {
            findings.confirm(rules, false);
        }
    }
}
