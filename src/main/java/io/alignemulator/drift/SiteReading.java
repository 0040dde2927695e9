package io.alignemulator.drift;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.drift.Finding.What;
import io.alignemulator.drift.Report.AnswerShape;
import io.alignemulator.drift.Report.Seen;
import io.alignemulator.drift.shape.Shape;
import io.alignemulator.drift.shape.ShapeReader;
import io.alignemulator.drift.shape.Structure;
import io.alignemulator.drift.shape.Words;
import io.alignemulator.drift.site.LiveSite;
import io.alignemulator.drift.site.SiteAnswer;
import io.alignemulator.drift.site.SiteCall;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads every collection, one record of each, and asks what the probes ask. */
final class SiteReading {

    private static final int PAGE = 100;
    private static final int EXPANDED_ROWS = 10;

    /** Shorter lists are taken for whole: no site cuts there, and to look behind each would double the calls. */
    private static final int SHORTEST_PAGE = 20;

    private static final List<String> PAGES = List.of("LIST-02");
    private static final List<String> BARE = List.of("LIST-01");
    private static final List<String> JSON = List.of("LIST-23");
    private static final String JSON_TYPE = "application/json;charset=utf-8";

    /** A collection that was read: where it lies on this site, and the ids of its page. They leave this class only as addresses of calls. */
    private record Page(Resource resource, String path, List<Long> ids) {}

    private final LiveSite site;
    private final DriftOptions options;
    private final Words words;
    private final Findings findings;
    private final Probes probes;
    private final SiteAddresses addresses;
    private final ComputedComparison computed;
    private final BelowRecords below;
    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, Seen> seen = new TreeMap<>();
    private final Set<AnswerShape> answers = new LinkedHashSet<>();
    private boolean fullPageWasSeen;

    SiteReading(
            LiveSite site, DriftOptions options, Words words, Findings findings, Probes probes, Catalogue catalogue) {
        this.site = site;
        this.options = options;
        this.words = words;
        this.findings = findings;
        this.probes = probes;
        this.addresses = new SiteAddresses(probes.variables());
        this.computed = new ComputedComparison(findings, catalogue);
        this.below = new BelowRecords(site, findings, path -> shapes(path), catalogue);
    }

    Map<String, Seen> seen() {
        return seen;
    }

    Set<AnswerShape> answers() {
        return answers;
    }

    void all(List<Resource> resources) {
        resources.forEach(each -> addresses.of(each).ifPresent(path -> collection(each, path)));
        pages.values().stream()
                .filter(page -> page.resource().seed())
                .max(Comparator.comparingInt((Page page) -> page.ids().size())
                        .thenComparing(page -> page.resource().name(), Comparator.reverseOrder()))
                .ifPresent(page -> probes.ofOne().forEach(probe -> ask(probe, page)));
    }

    private void collection(Resource resource, String path) {
        SiteAnswer list = site.get(path);
        String answered = list.status() + ", " + list.body();
        String subject = "GET " + resource.collection();
        if (list.status() == 403) {
            closed(subject, list);
        } else if (list.status() != 200 && list.status() != 0) {
            String rule = resource.seed() ? "ADDR-09" : "ADDR-15";
            findings.add(What.STATUS, List.of(rule), subject, "200", answered, "list");
        } else if (list.status() == 200 && !list.body().equals("array")) {
            findings.add(What.BODY, BARE, subject, "array", list.body(), "list");
        }
        seen.put(resource.name(), Seen.unread(answered));
        if (list.status() == 200 && list.body().equals("array")) {
            Page page = new Page(resource, path, list.ids());
            pages.put(resource.name(), page);
            addresses.read(resource, list.rows());
            read(page, list, answered);
            probes.ofEach().forEach(probe -> ask(probe, page));
        }
    }

    private void closed(String subject, SiteAnswer list) {
        if (list.body().equals("empty")) {
            findings.confirm(List.of("ACCS-02"), false);
        } else {
            findings.add(What.BODY, List.of("ACCS-02"), subject, "empty", list.body(), "list");
        }
    }

    private void read(Page page, SiteAnswer list, String answered) {
        findings.confirm(BARE, true);
        type(page, list, "list");
        size(page);
        Shape many = look(page, list.rows(), "list");
        Optional<Long> first = page.ids().stream().filter(id -> id >= 0).findFirst();
        if (first.isEmpty()) {
            seen.put(page.resource().name(), new Seen(answered, "", many, Shape.NOTHING, Shape.NOTHING, Map.of()));
            return;
        }
        SiteAnswer record = site.get(page.path() + "/" + first.get());
        boolean isRecord = record.status() == 200 && record.body().equals("object");
        Shape one = Shape.NOTHING;
        if (isRecord) {
            type(page, record, "record");
            one = look(page, record.json().stream().toList(), "record");
        } else if (record.status() != 0) {
            findings.add(
                    What.STATUS,
                    List.of("ADDR-01"),
                    "GET " + page.resource().collection() + "/{id}",
                    "200, object",
                    record.status() + ", " + record.body(),
                    "record");
        }
        computed.compare(page.resource(), list.rows(), "list");
        seen.put(
                page.resource().name(),
                new Seen(
                        answered,
                        record.status() + ", " + record.body(),
                        many,
                        one,
                        expanded(page, many),
                        below.read(page.resource(), page.path() + "/" + first.get())));
    }

    private Shape expanded(Page page, Shape plain) {
        if (page.resource().expansions().isEmpty()) {
            return Shape.NOTHING;
        }
        SiteAnswer list = site.get(page.path() + "?expand=true&$top=" + EXPANDED_ROWS);
        Structure structure = Structure.expanded(page.resource(), plain.keys().keySet());
        Shape shape = shapes(page.path()).records(list.rows(), structure);
        RecordComparison comparison = new RecordComparison(findings, RecordComparison.EXPANDED);
        comparison.compare(structure, shape);
        comparison.expanded(structure, shape);
        return shape;
    }

    private ShapeReader shapes(String path) {
        return new ShapeReader(words, options.site().toString(), path.toLowerCase(Locale.ROOT));
    }

    /** Compares records with the catalogue. */
    Shape look(Resource resource, String path, List<JsonNode> records, String where) {
        Structure structure = Structure.of(resource);
        Shape shape = shapes(path).records(records, structure);
        RecordComparison comparison = new RecordComparison(findings, where);
        comparison.compare(structure, shape);
        comparison.self(structure, shape);
        return shape;
    }

    private Shape look(Page page, List<JsonNode> records, String where) {
        return look(page.resource(), page.path(), records, where);
    }

    private void type(Page page, SiteAnswer answer, String where) {
        String type = answer.headers().getOrDefault("content-type", "not there");
        if (type.equals(JSON_TYPE)) {
            findings.confirm(JSON, false);
        } else {
            String subject = "GET " + page.resource().collection();
            findings.add(What.HEADER, JSON, subject, "content-type: " + JSON_TYPE, "content-type: " + type, where);
        }
    }

    private void size(Page page) {
        int rows = page.ids().size();
        if (rows > PAGE) {
            wrongSize(page, "more than " + PAGE + " rows");
        } else if (rows == PAGE && !fullPageWasSeen) {
            fullPageWasSeen = true;
            int most = site.get(page.path() + "?$top=500").rows().size();
            if (most == PAGE) {
                findings.confirm(PAGES, true);
            } else {
                wrongSize(page, most > PAGE ? "more than " + PAGE + " rows" : "another number of rows with $top");
            }
        } else if (rows < PAGE && rows >= SHORTEST_PAGE) {
            boolean more =
                    !site.get(page.path() + "?$top=1&$skip=" + rows).rows().isEmpty();
            if (more) {
                // no value of the site: so many rows are its page
                wrongSize(page, rows + " rows, and more behind them");
            }
        }
    }

    private void wrongSize(Page page, String observed) {
        findings.add(What.PAGE_SIZE, PAGES, "GET " + page.resource().collection(), PAGE + " rows", observed, "list");
    }

    private void ask(Probe probe, Page page) {
        Optional<Long> id = page.ids().stream().findFirst();
        boolean needsRecord = probe.at().contains("{id}") || probe.rows().orElse(0) > 0;
        if (needsRecord && id.isEmpty()) {
            return;
        }
        String address = probe.at()
                .replace("{list}", page.path())
                .replace("{LIST}", page.path().toUpperCase(Locale.ROOT))
                .replace("{singular}", page.resource().singular())
                .replace("{id}", id.map(String::valueOf).orElse(""));
        SiteAnswer answer = site.call(new SiteCall(probe.verb(), address, probe.credential(), ""));
        new ProbeCheck(findings, words, "answer").check(probe, page.resource(), page.ids(), answer);
        keep(probe, page.resource(), answer);
    }

    /** Keeps the shape of an answer. */
    void keep(Probe probe, Resource resource, SiteAnswer answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().forEach((name, kind) -> headers.put(words.header(name), kind));
        headers.keySet().removeIf(name -> name.startsWith("x-emulator-"));
        String sentence =
                answer.body().equals("text") ? words.generic(words.sentence(answer.text()), resource.noun()) : "";
        answers.add(new AnswerShape(probe.name(), probe.rules(), answer.status(), headers, answer.body(), sentence));
    }
}
