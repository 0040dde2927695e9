package io.alignemulator.catalogue;

import java.util.List;
import java.util.Map;

/**
 * One entry of {@code x-rules}: a check of the whole record.
 *
 * @param id of the rule that the check enforces, e.g. WRIT-23
 * @param kind what is checked; a kind knows no resource
 * @param field the key that is refused when the check fails
 * @param why what is wrong with a record that fails, for people
 * @param parameters other keys that the kind looks at, by the name of the parameter
 */
public record Rule(String id, String kind, String field, String why, Map<String, List<String>> parameters) {

    /** A parameter that is one key. */
    public String text(String parameter) {
        return texts(parameter).get(0);
    }

    /** A parameter that is a list of keys. */
    public List<String> texts(String parameter) {
        List<String> texts = parameters.get(parameter);
        if (texts == null) {
            throw new IllegalArgumentException(id + " has no " + parameter);
        }
        return texts;
    }
}
