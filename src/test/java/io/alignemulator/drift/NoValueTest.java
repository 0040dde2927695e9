package io.alignemulator.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that a site holds is in a report about it, not even where the site does its best to get it in. */
class NoValueTest {

    private static final String TOKEN = "user:1|super-admin";
    private static JiraAlignEmulator align;
    private static Set<String> values;
    private static String ours;
    private static Schema schema;

    @BeforeAll
    static void start() throws Exception {
        align = JiraAlignEmulator.builder().fixtures("demo").rateLimit("off").start();
        HttpRequest export = HttpRequest.newBuilder(URI.create(align.uri() + "/_emulator/export"))
                .build();
        String site =
                HttpClient.newHttpClient().send(export, BodyHandlers.ofString()).body();
        schema = schema();
        values = new TreeSet<>();
        collect(JsonMapper.shared().readTree(site), values);
        ours = ours().toLowerCase(Locale.ROOT);
        assertTrue(values.size() > 3_000, "texts and ids of the set: " + values.size());
    }

    @AfterAll
    static void stop() {
        align.close();
    }

    /** Texts of four characters and more, and ids of four digits and more: shorter ones stand in any text. */
    private static void collect(JsonNode node, Set<String> into) {
        node.forEach(each -> collect(each, into));
        if (node.isString() && node.asString().length() >= 4) {
            into.add(node.asString());
        } else if (node.isIntegralNumber() && node.asLong() >= 1_000) {
            into.add(String.valueOf(node.asLong()));
        }
    }

    /** What a report may say: the words of rules, catalogue and probes. */
    private static String ours() throws IOException {
        return new String(RuleBook.json(), StandardCharsets.UTF_8)
                + text(Catalogue.class, "catalogue.packed")
                + text(Catalogue.class, "evidence.json")
                + text(Probes.class, "probes.json");
    }

    private static String text(Class<?> beside, String file) throws IOException {
        try (InputStream in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/drift-report.schema.json")), InputFormat.JSON);
    }

    private static String report(UnaryOperator<AlteredSite.Passing> alteration) {
        try (AlteredSite site = AlteredSite.of(align.uri(), alteration)) {
            Report report = Drift.of(DriftOptions.reading(site.uri().toString(), TOKEN, ""))
                    .run(new TurnedTime(), said -> {});
            assertEquals(List.of(), schema.validate(report.json(), InputFormat.JSON));
            String all = report.json() + report.text();
            assertTrue(
                    !all.contains("localhost") && !all.contains(":" + site.uri().getPort()), "the site's name");
            return all;
        }
    }

    /** All pieces of four letters. A report that lacks one of a value does not hold the value, and looking for a piece is quick where looking through the report is not. */
    private static Set<String> pieces(String text) {
        return IntStream.rangeClosed(0, text.length() - 4)
                .mapToObj(at -> text.substring(at, at + 4))
                .collect(Collectors.toSet());
    }

    private static void assertNoValue(String report) {
        Set<String> pieces = pieces(report);
        List<String> told = new ArrayList<>(values);
        told.removeIf(value -> !pieces.containsAll(pieces(value))
                || !report.contains(value)
                || ours.contains(value.toLowerCase(Locale.ROOT)));
        assertEquals(List.of(), told);
        assertTrue(!report.contains("super-admin") && !report.contains("user:1"), "the token");
    }

    @Test
    void noValueOfTheDemoSetIsInAReport() {
        assertNoValue(report(UnaryOperator.identity()));
    }

    @Test
    void noValueIsThereThatASiteLetsOutInAnotherWay() {
        String report = report(passing -> {
            AlteredSite.Passing named = passing.header("x-acme-node", "acme-7").header("x-zebra", "Zebra");
            if (passing.body().startsWith("Cannot")) {
                return named.body(
                        "Zebra 'Quagga' said no to \"Okapi\" at https://acme.example.com/x for okapi@acme.example.com"
                                + ", record 4711 of 2024-02-03, Okapi; " + passing.body());
            }
            return named.records(record -> {
                record.putObject("planted").put("Zebra", "Quagga").put("okapi@acme.example.com", 4711);
                record.put("customfield_90999", "Okapi").put("Okapi Ltd", 4711).put("title", 4711);
                record.put("self", "https://acme.example.com/Zebra/4711?okapi=quagga");
                record.put("createDate", "Zebra").put("state", "Quagga");
                return record;
            });
        });
        assertNoValue(report);
        String lower = report.toLowerCase(Locale.ROOT);
        for (String secret : List.of("zebra", "quagga", "okapi", "acme", "4711", "2024-02", "90999")) {
            assertTrue(!lower.contains(secret), secret);
        }
        assertTrue(report.contains("Epic.planted"), "the name of a key is kept");
    }
}
