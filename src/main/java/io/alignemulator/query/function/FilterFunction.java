package io.alignemulator.query.function;

import io.alignemulator.query.function.Signature.Nulls;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.ValueType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function of filters (rule FILT-08). All of them stand in {@link Functions}.
 *
 * @param name lower case; calls may use any
 * @param fate whether the server answers it
 * @param nulls what null among the arguments leads to
 * @param about what it gives, for people
 * @param example a filter with it that every site takes, for the documentation and the tests
 */
public record FilterFunction(
        String name, Fate fate, Nulls nulls, List<Signature> signatures, String about, String example) {

    /** What becomes of a call whose arguments fit. */
    public enum Fate {
        ANSWERED,
        /** The parser knows the function, what stands behind it does not: {@code Unknown function 'replace'.} */
        UNKNOWN,
        /** The database has no word for it. */
        UNTRANSLATABLE
    }

    /**
     * The first signature that takes arguments of these types.
     *
     * @param written the name as the call spells it
     * @throws QueryException where none does, with all that there are
     */
    public Signature signature(String written, List<ValueType> types) {
        return signatures.stream()
                .filter(signature -> signature.takes(types))
                .findFirst()
                .orElseThrow(() -> new QueryException("No function signature for the function with name '" + written
                        + "' matches the specified arguments. The function signatures considered are: "
                        + signatures.stream()
                                .map(signature -> signature.described(written))
                                .collect(Collectors.joining("; "))
                        + "."));
    }

    /** Whether it works on texts, so that the literal null cannot be an argument of it. */
    public boolean ofTexts() {
        return signatures.stream()
                .anyMatch(signature -> !signature.parameters().isEmpty()
                        && signature.parameters().get(0).type() == ValueType.TEXT);
    }
}
