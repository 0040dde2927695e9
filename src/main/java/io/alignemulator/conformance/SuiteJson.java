package io.alignemulator.conformance;

import io.alignemulator.protocol.json.ControlJson;
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
        try {
            return ControlJson.strict().readValue(json, type);
        } catch (JacksonException e) {
            throw new SuiteException(String.valueOf(e.getMessage()));
        }
    }

    /** The same for one class. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return ControlJson.strict().readValue(json, type);
        } catch (JacksonException e) {
            throw new SuiteException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads what a client reports, which may say more than is asked.
     *
     * @throws SuiteException when it is no such thing
     */
    public static <T> T reported(String json, Class<T> type) {
        try {
            return ControlJson.lenient().readValue(json, type);
        } catch (JacksonException e) {
            throw new SuiteException(String.valueOf(e.getMessage()));
        }
    }

    public static String written(Object value) {
        return ControlJson.strict().writeValueAsString(value);
    }
}
