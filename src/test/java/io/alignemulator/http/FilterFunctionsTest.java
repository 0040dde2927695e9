package io.alignemulator.http;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.query.function.FilterFunction;
import io.alignemulator.query.function.Functions;
import io.alignemulator.rules.Rule;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions and operators of filters over HTTP: the examples of docs/filters.md. */
@Tag("in-process")
class FilterFunctionsTest extends BlackBox {

    static List<FilterFunction> functions() {
        return Functions.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    @Rule({"FILT-08", "FILT-11"})
    void eachFunctionIsAnsweredOrRefusedInTheWordsOfTheFramework(FilterFunction function) {
        ValidatableResponse answer = given().get("/Epics" + Client.query("$filter", function.example()))
                .then();
        switch (function.fate()) {
            case ANSWERED -> answer.statusCode(200);
            case UNKNOWN -> answer.statusCode(400).body(containsString("Unknown function '" + function.name() + "'."));
            default -> answer.statusCode(400).body(containsString("could not be translated"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID EQ 1 OR id Eq 2 | 1,2",
                "NOT (id gt 1) | 1",
                "id eq 1 eq true | 1",
                "id add 1 eq 3 | 2",
                "id mod 2 eq 0 and -id gt -5 | 2,4",
                "releaseIds/Any(r: r eq 54) | 6,7",
                "releaseIds/$count eq 2 and id gt 5 | 7",
                "$it/id eq 3 | 3",
                "id eq 1L or id eq 2.0 or id eq 3e0 | 1,2,3",
                "cast(id,Edm.String) eq '4' | 4",
                "date(createDate) eq 2024-7-1 | 4",
                "createDate ge 2024-07-01T00:00Z and createDate lt 2024-07-02 | 4",
            })
    @Rule({"FILT-07", "FILT-08", "FILT-09"})
    void theLanguageIsThatOfTheFramework(String filter, String ids) {
        List<Integer> expected =
                List.of(ids.split(",")).stream().map(Integer::valueOf).toList();
        assertEquals(expected, client().get("/Epics", "$filter", filter).ids());
    }

    @ParameterizedTest
    @CsvSource({"99,200", "100,400"})
    @Rule("FILT-10")
    void parenthesesNestNinetyNineDeep(int depth, int status) {
        String filter = "(".repeat(depth) + "id eq 1" + ")".repeat(depth);
        given().get("/Epics" + Client.query("$filter", filter)).then().statusCode(status);
    }
}
