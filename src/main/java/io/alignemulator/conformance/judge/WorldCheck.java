package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.protocol.calls.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is stored. */
public sealed interface WorldCheck extends Check {

    /** So many records hold these values; one, unless it is said. */
    @JsonTypeName("stored")
    record Stored(String collection, Map<String, Object> where, Optional<Integer> count) implements WorldCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            int expected = count.orElse(1);
            int found = evidence.stored(collection, where).size();
            return Outcome.of(
                    found == expected,
                    expected + " of " + collection + " should be stored with " + JsonValues.shown(where)
                            + "; there are " + found);
        }
    }

    /** The record holds these values. */
    @JsonTypeName("record")
    record Holds(String collection, long id, Map<String, Object> fields) implements WorldCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            List<Map<String, Object>> found = evidence.stored(collection, Map.of("id", id));
            if (found.isEmpty()) {
                return Outcome.failed(collection + " " + id + " should be stored; it is not");
            }
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                Object value = found.get(0).get(field.getKey());
                if (!JsonValues.same(field.getValue(), value)) {
                    return Outcome.failed(collection + " " + id + " should hold the " + field.getKey() + " "
                            + JsonValues.shown(field.getValue()) + "; it holds " + JsonValues.shown(value));
                }
            }
            return Outcome.PASSED;
        }
    }

    /** Nothing changed but these fields of the record, and what the server itself writes with every change. */
    @JsonTypeName("changed-only")
    record ChangedOnly(String collection, long id, Set<String> fields) implements WorldCheck {

        /** Written by the server with every change. */
        private static final Set<String> STAMPS = Set.of("lastUpdatedDate", "lastUpdatedBy", "lastUpdatedById");

        /** Written by the server for every change. */
        private static final String LOG = "AuditLogEntry";

        @Override
        public Outcome judge(ClientEvidence evidence) {
            for (Change change : evidence.changes().get()) {
                if (LOG.equals(change.resource())) {
                    continue;
                }
                Set<String> changed = new TreeSet<>(change.fields().keySet());
                changed.removeAll(STAMPS);
                if (!isThis(change) || !fields.containsAll(changed)) {
                    return Outcome.failed("Nothing but " + fields + " of " + collection + " " + id + " should change; "
                            + change.resource() + " " + change.id() + " " + change.kind() + " in "
                            + changed);
                }
            }
            return Outcome.PASSED;
        }

        /** Records of a resource stand in a collection that begins alike: Capability in Capabilities. */
        private boolean isThis(Change change) {
            String resource = change.resource();
            return collection.startsWith(resource.substring(0, resource.length() - 1)) && id == change.id();
        }
    }

    /** Nothing changed at all. */
    @JsonTypeName("nothing-changed")
    record NothingChanged() implements WorldCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            List<Change> changes = evidence.changes().get();
            return Outcome.of(changes.isEmpty(), "Nothing should change; " + JsonValues.shown(changes));
        }
    }
}
