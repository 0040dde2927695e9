package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.query.function.FilterFunction;
import io.alignemulator.query.function.FilterFunction.Fate;
import io.alignemulator.query.function.Functions;
import io.alignemulator.query.function.Signature;
import io.alignemulator.query.function.Signature.Parameter;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function and each of its signatures, from the table that the product reads. */
@Rule("FILT-08")
class FunctionsTest {
    private static final Map<ValueType, String> LITERALS = Map.of(
            ValueType.TEXT, "'ab'",
            ValueType.INTEGER, "1",
            ValueType.DOUBLE, "1.23456789012d",
            ValueType.DECIMAL, "1.5m",
            ValueType.DATE_TIME, "2024-07-01T10:30:05.5Z",
            ValueType.DATE, "2024-07-01",
            ValueType.TIME, "10:30:05.5",
            ValueType.DURATION, "duration'PT1H2M3S'");

    static Stream<Arguments> signatures() {
        return Functions.ALL.stream().flatMap(function -> function.signatures().stream()
                .map(each -> Arguments.of(function.name(), function, each)));
    }

    static List<FilterFunction> functions() {
        return Functions.ALL;
    }

    @ParameterizedTest(name = "{0} as {2}")
    @MethodSource("signatures")
    void aCallWithTheTypesOfASignatureIsTakenInAnyCase(String name, FilterFunction function, Signature signature) {
        String arguments = signature.parameters().stream()
                .map(parameter -> LITERALS.get(parameter.type()))
                .collect(Collectors.joining(", "));
        String call = name.toUpperCase(Locale.ROOT) + "(" + arguments + ")";
        String filter = signature.result() == ValueType.BOOLEAN ? call : call + " ne null";
        if (function.fate() == Fate.UNTRANSLATABLE) {
            assertTrue(refusal(filter).reason().contains("could not be translated"), filter);
        } else {
            Filter parsed = Filter.parse(filter, Sample.SHAPE, Sample.everyFunction());
            boolean relation = signature.result() == ValueType.BOOLEAN;
            assertTrue(parsed.test(Map.of()) || relation, filter);
            assertEquals(
                    signature.result(),
                    function.signature(name, types(signature)).result());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void anotherArgumentIsRefusedWithEverySignature(FilterFunction function) {
        String wrong = function.name() + "(true,true,true,true) eq 1";
        String reason = refusal(wrong).reason();
        assertTrue(
                reason.startsWith("No function signature for the function with name '" + function.name() + "'"),
                reason);
        for (Signature signature : function.signatures()) {
            String described = signature.parameters().stream()
                    .map(Parameter::toString)
                    .collect(Collectors.joining(", ", function.name() + "(", ")"));
            assertTrue(reason.contains(described), reason);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void theExampleOfTheDocumentationIsAnsweredUnlessTheFunctionIsRefused(FilterFunction function) {
        EntityType shape = Sample.shape(
                Sample.scalar("title", ValueType.TEXT),
                Sample.scalar("createDate", ValueType.DATE_TIME),
                Sample.scalar("fcastShare", ValueType.DOUBLE));
        if (function.fate() == Fate.ANSWERED) {
            assertNotNull(Filter.parse(function.example(), shape, Sample.DIALECT));
        } else {
            QueryException refusal =
                    assertThrows(QueryException.class, () -> Filter.parse(function.example(), shape, Sample.DIALECT));
            assertEquals(QueryException.Ground.FUNCTION, refusal.ground());
        }
    }

    private static List<ValueType> types(Signature signature) {
        return signature.parameters().stream().map(Parameter::type).toList();
    }

    private static QueryException refusal(String filter) {
        return assertThrows(QueryException.class, () -> Filter.parse(filter, Sample.SHAPE, Sample.DIALECT));
    }
}
