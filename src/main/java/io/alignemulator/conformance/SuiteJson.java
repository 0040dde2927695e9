package io.alignemulator.conformance;

import io.alignemulator.protocol.json.ControlJson;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** How the suite's JSON is bound to its records: a key that is not known is refused, since a check that is misspelt would never fail. */
public final class SuiteJson {

    private SuiteJson() {}

    /**
     * Reads what the suite is made of.
     *
     * @throws SuiteException when it is no such thing; the message says where and what is known there
     */
    public static <T> T read(String json, TypeReference<T> type) {
        return orRefused(() -> ControlJson.strict().readValue(json, type));
    }

    /** The same for one class. */
    public static <T> T read(String json, Class<T> type) {
        return orRefused(() -> ControlJson.strict().readValue(json, type));
    }

    /**
     * Reads what a client reports, which may say more than is asked.
     *
     * @throws SuiteException when it is no such thing
     */
    public static <T> T reported(String json, Class<T> type) {
        return orRefused(() -> ControlJson.lenient().readValue(json, type));
    }

    private static <T> T orRefused(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException e) {
            throw new SuiteException(String.valueOf(e.getMessage()));
        }
    }

    public static String written(Object value) {
        return ControlJson.strict().writeValueAsString(value);
    }
}
