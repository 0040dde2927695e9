package io.alignemulator.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The client under judgement, as the suite uses it: an adapter that passes each call on to the client that is really meant. What the client cannot do ends in a {@link ClientFailure}, and
 * so does any other exception. JSON comes and goes as maps, lists, texts, numbers and booleans.
 */
public interface ConformanceClient {

    /** All records of a collection that the query chooses. */
    List<Map<String, Object>> list(String collection, Query query);

    Map<String, Object> get(String collection, long id);

    /** @return the new record's id */
    long create(String collection, Map<String, Object> values);

    /** Replaces a record as a whole. */
    void replace(String collection, long id, Map<String, Object> values);

    /** Changes these fields of a record and no others. */
    void patch(String collection, long id, Map<String, Object> changes);

    /** Removes a record. A client that cannot do that leaves it out, and {@link Capability#DELETE} out of what it can do. */
    default void delete(String collection, long id) {
        throw new ClientFailure(0, "The client deletes nothing");
    }

    /** The user whose token it is. */
    Map<String, Object> whoami();

    /**
     * Which records of a collection, and what of them.
     *
     * @param filter OData text that only has to be encoded
     * @param where fields and the values they must have, of which the client makes a filter
     * @param select keys; empty for all
     * @param orderby as in OData
     * @param expand whether references come as objects besides
     * @param live whether records are left out that are recycled or cancelled; asked of epics, features and stories
     */
    record Query(
            Optional<String> filter,
            Map<String, Object> where,
            List<String> select,
            Optional<String> orderby,
            boolean expand,
            boolean live) {

        /** All records, whole. */
        public static final Query ALL =
                new Query(Optional.empty(), Map.of(), List.of(), Optional.empty(), false, false);
    }
}
