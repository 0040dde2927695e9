package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.QuerySettings;
import io.alignemulator.settings.Setting;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of the query language, each at each of its values, set for one sandbox while it runs. */
@Tag("in-process")
class QuerySettingsTest extends BlackBox {

    /**
     * @param answer ids, or the status of a refusal
     */
    record Case(String setting, String value, String query, String answer) {}

    private static final String IN_MEMORY = "$filter=isRecycled%20ne%201%20and%20id%20le%205";
    private static final String TEXT = "$filter=createdBy%20eq%201159";
    private static final String IN = "$filter=id%20in%20(1,'2')";

    private static final List<Case> CASES = List.of(
            new Case("undollared-options", "honour", "filter=id%20le%202&orderby=id%20desc", "[2, 1]"),
            new Case("undollared-options", "ignore", "filter=id%20le%202&orderby=id%20desc&$top=3", "[1, 2, 3]"),
            new Case("unknown-options", "refuse", "$nope=1", "400"),
            new Case("unknown-options", "ignore", "$nope=1&$search=x&$top=1", "[1]"),
            new Case("text-number-comparison", "text", TEXT, "[3, 4]"),
            new Case("text-number-comparison", "refuse", TEXT, "400"),
            new Case("in-operator", "refuse", IN, "400"),
            new Case("in-operator", "accept", IN, "[1, 2]"),
            new Case("null-comparison", "sql", IN_MEMORY, "[1, 2, 3, 4]"),
            new Case("null-comparison", "memory", IN_MEMORY, "[]"));

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @Rule({"LIST-05", "LIST-09", "FILT-04", "FILT-05", "FILT-06"})
    void eachValueMakesItsAnswer(Case each) {
        String key = Stream.of(each.setting().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        String json = "{\"" + key.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + key.substring(1) + "\":\""
                + each.value() + "\"}";
        control("PUT", "/settings", json).expect(200);
        Answer answer = client().get("/Epics?" + each.query());
        assertEquals(
                each.answer(),
                answer.status() == 200 ? answer.ids().toString() : String.valueOf(answer.status()),
                answer.body());
    }

    @Test
    @Rule({"LIST-05", "LIST-09", "FILT-04", "FILT-05", "FILT-06"})
    void everyValueOfEverySettingIsTried() throws IllegalAccessException {
        TreeSet<String> there = new TreeSet<>();
        for (var field : QuerySettings.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Setting<?> setting) {
                Arrays.stream(setting.values().split("\\|")).forEach(value -> there.add(setting.name() + "=" + value));
            }
        }
        assertEquals(
                there,
                CASES.stream()
                        .map(each -> each.setting() + "=" + each.value())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvSource({
        "$filter=titel%20eq%201, LIST-16",
        "$filter=nope(id)%20eq%201, FILT-08",
        "$orderby=-id, LIST-12",
        "$top=x, LIST-19"
    })
    @Rule("FILT-11")
    void theRuleThatRefusesStandsInTheJournal(String query, String rule) {
        client().get("/Epics?" + query).expect(400);
        String journal = control("GET", "/requests", "").body();
        assertEquals(true, journal.contains("\"" + rule + "\""), journal);
    }
}
