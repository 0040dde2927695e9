package io.alignemulator.client;

import io.alignemulator.protocol.ImportRequest;
import io.alignemulator.protocol.IntegrityReport;
import io.alignemulator.protocol.calls.Change;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

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
     * A record that has to be there.
     *
     * @throws ControlException with the status 404 when there is none
     */
    public Map<String, Object> get(String collection, long id) {
        return api.get(path(collection) + "/" + id, new TypeReference<>() {});
    }

    /**
     * A record, if there is one.
     *
     * @throws ControlException when there is no such collection
     */
    public Optional<Map<String, Object>> find(String collection, long id) {
        try {
            return Optional.of(get(collection, id));
        } catch (ControlException e) {
            if (e.status() != 404) {
                throw e;
            }
            all(collection);
            return Optional.empty();
        }
    }

    /** All records of a collection by id. */
    public List<Map<String, Object>> all(String collection) {
        return api.get(path(collection), new TypeReference<>() {});
    }

    private static String path(String collection) {
        return "/records/" + ControlApi.encoded(collection);
    }

    /**
     * Stores records without asking whether a client could: missing keys take their defaults, and a record with an id that is there is overlaid.
     *
     * @return the ids in the same order
     * @throws ControlException with everything that is wrong; nothing is stored then
     */
    public List<Long> seed(String collection, Map<?, ?>... records) {
        return merge(Map.of(collection, Arrays.asList(records))).getOrDefault(collection, List.of());
    }

    /** The same with JSON of one record, or of an array of records. */
    public List<Long> seed(String collection, String json) {
        return seed(collection, records(json).toArray(Map[]::new));
    }

    /** The same with one record, whose id it gives. */
    public long seedOne(String collection, Map<?, ?> record) {
        return seed(collection, record).get(0);
    }

    static List<Map<?, ?>> records(String json) {
        return json.strip().startsWith("[")
                ? List.of(ControlApi.parsed(json, Map[].class))
                : List.of(ControlApi.parsed(json, Map.class));
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
        return api.call(
                        "POST",
                        "/import",
                        new ImportRequest(Optional.of(mode), new LinkedHashMap<>(fixtures)),
                        ImportRequest.Result.class)
                .ids();
    }

    /** The whole site as fixtures that make an identical one. */
    public Map<String, Object> export() {
        return api.get("/export", new TypeReference<>() {});
    }

    /** What differs from the beginning. */
    public List<Change> changes() {
        return api.list("/changes", Change.class);
    }

    /** What differs from a snapshot. */
    public List<Change> changesSince(String snapshot) {
        return api.list("/changes?since=" + ControlApi.encoded(snapshot), Change.class);
    }

    /** What differs from the beginning, one line a record. */
    public String changesText() {
        return api.send("GET", "/changes?format=text", null);
    }

    /** What must not be in a site. */
    public IntegrityReport integrity() {
        return api.get("/integrity", IntegrityReport.class);
    }
}
