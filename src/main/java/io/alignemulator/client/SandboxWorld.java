package io.alignemulator.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of a sandbox, whoever may see them; nothing here counts against the rate limit or is written to the journal. Collections are called as in fixtures: {@code Epics},
 * {@code KeyResults}, ... Records are maps of what the REST API prints, without {@code self}.
 */
public final class SandboxWorld {

    private final ControlApi api;

    SandboxWorld(ControlApi api) {
        this.api = api;
    }

    /**
     * A record.
     *
     * @throws ControlException with the status 404 when there is none
     */
    public Map<String, Object> get(String collection, long id) {
        return api.object("GET", "/records/" + ControlApi.encoded(collection) + "/" + id, null);
    }

    /** All records of a collection by id. */
    public List<Map<String, Object>> all(String collection) {
        return api.objects("/records/" + ControlApi.encoded(collection));
    }

    /**
     * Stores records without asking whether a client could: missing keys take their defaults, and a record with an id that is there is overlaid.
     *
     * @param records maps, or JSON texts of one record or of an array of records
     * @return the ids in the same order
     * @throws ControlException with everything that is wrong; nothing is stored then
     */
    public List<Long> seed(String collection, Object... records) {
        return merge(Map.of(collection, parsed(records))).getOrDefault(collection, List.of());
    }

    /** Records given as maps, as JSON of one, or as JSON of several. */
    static List<Object> parsed(Object... records) {
        List<Object> all = new ArrayList<>();
        for (Object record : records) {
            Object parsed = record instanceof String json ? ControlApi.parsed(json) : record;
            if (parsed instanceof Collection<?> several) {
                all.addAll(several);
            } else {
                all.add(parsed);
            }
        }
        return all;
    }

    /**
     * Brings fixtures in, besides what is there.
     *
     * @param fixtures records by collection, {@code {"Epics": [...], "_tokens": [...]}}
     * @return the ids of the records by collection, in their order
     */
    public Map<String, List<Long>> merge(Map<String, ?> fixtures) {
        return imported("merge", fixtures);
    }

    /** Puts fixtures in the place of everything that is there. */
    public Map<String, List<Long>> replace(Map<String, ?> fixtures) {
        return imported("replace", fixtures);
    }

    private Map<String, List<Long>> imported(String mode, Map<String, ?> fixtures) {
        Map<String, List<Long>> ids = new LinkedHashMap<>();
        Map<String, Object> answer = api.object("POST", "/import", Map.of("mode", mode, "fixtures", fixtures));
        if (answer.get("ids") instanceof Map<?, ?> byCollection) {
            byCollection.forEach((collection, each) -> ids.put(
                    String.valueOf(collection),
                    ((List<?>) each)
                            .stream().map(id -> ((Number) id).longValue()).toList()));
        }
        return ids;
    }

    /** The whole site as fixtures that make an identical one. */
    public Map<String, Object> export() {
        return api.object("GET", "/export", null);
    }

    /** What differs from the beginning: {@code resource}, {@code id}, {@code kind} and {@code fields} with {@code before} and {@code after}. */
    public List<Map<String, Object>> changes() {
        return api.objects("/changes");
    }

    /** What differs from a snapshot. */
    public List<Map<String, Object>> changesSince(String snapshot) {
        return api.objects("/changes?since=" + ControlApi.encoded(snapshot));
    }

    /** What differs from the beginning, one line a record. */
    public String changesText() {
        return api.send("GET", "/changes?format=text", null);
    }

    /** What must not be in a site: {@code whole}, and {@code findings}, which are none. */
    public Map<String, Object> integrity() {
        return api.object("GET", "/integrity", null);
    }
}
