package io.alignemulator.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Conditions of what is stored. */
final class WorldConditions {

    /** Written by the server with every change. */
    private static final Set<String> STAMPS = Set.of("lastUpdatedDate", "lastUpdatedBy", "lastUpdatedById");

    /** Written by the server for every change. */
    private static final String LOG = "AuditLogEntry";

    private WorldConditions() {}

    static Condition stored(Params params) {
        params.only("collection", "where", "count");
        String collection = params.text("collection");
        Map<String, Object> where = params.object("where");
        int count = params.number("count", 1);
        return evidence -> {
            int found = evidence.stored(collection, where).size();
            return Outcome.of(
                    found == count,
                    count + " of " + collection + " should be stored with " + Values.shown(where) + "; there are "
                            + found);
        };
    }

    static Condition record(Params params) {
        params.only("collection", "id", "fields");
        String collection = params.text("collection");
        int id = params.number("id", 0);
        Map<String, Object> fields = params.object("fields");
        return evidence -> {
            List<Map<String, Object>> found = evidence.stored(collection, Map.of("id", id));
            if (found.isEmpty()) {
                return Outcome.failed(collection + " " + id + " should be stored; it is not");
            }
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                Object value = found.get(0).get(field.getKey());
                if (!Values.same(field.getValue(), value)) {
                    return Outcome.failed(collection + " " + id + " should hold the " + field.getKey() + " "
                            + Values.shown(field.getValue()) + "; it holds " + Values.shown(value));
                }
            }
            return Outcome.PASSED;
        };
    }

    static Condition changedOnly(Params params) {
        params.only("collection", "id", "fields");
        String collection = params.text("collection");
        int id = params.number("id", 0);
        Set<String> allowed = new TreeSet<>(params.texts("fields"));
        return evidence -> {
            for (Map<String, Object> change : evidence.changes().get()) {
                if (LOG.equals(change.get("resource"))) {
                    continue;
                }
                Set<String> fields = new TreeSet<>(
                        Params.of("change", change).object("fields").keySet());
                fields.removeAll(STAMPS);
                boolean isOther =
                        !isOf(collection, String.valueOf(change.get("resource"))) || !Values.same(id, change.get("id"));
                if (isOther || !allowed.containsAll(fields)) {
                    return Outcome.failed("Nothing but " + allowed + " of " + collection + " " + id
                            + " should change; " + change.get("resource") + " " + change.get("id") + " "
                            + change.get("kind") + " in " + fields);
                }
            }
            return Outcome.PASSED;
        };
    }

    /** Whether records of a resource stand in a collection: Capability in Capabilities. */
    private static boolean isOf(String collection, String resource) {
        return collection.startsWith(resource.substring(0, resource.length() - 1));
    }

    static Condition nothingChanged(Params params) {
        return evidence -> {
            List<Map<String, Object>> changes = evidence.changes().get();
            return Outcome.of(changes.isEmpty(), params.place() + ": nothing should change; " + Values.shown(changes));
        };
    }
}
