package io.alignemulator.conformance.reference;

import static io.alignemulator.conformance.reference.WrongReads.converting;
import static io.alignemulator.conformance.reference.WrongReads.receiving;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Clients that fall into the traps of the demo set, by the id of the requirement that they do not meet. */
public final class Trapped {

    private static final Set<Object> SCALE = Set.of(0, 1, 2, 3, 5, 8, 13, 20, 40, 100);

    private Trapped() {}

    /** Another way to fall into a trap than that of the client that belongs to the requirement. */
    public record Fall(String requirement, String way, Function<ClientSite, ConformanceClient> client) {

        @Override
        public String toString() {
            return requirement + ": " + way;
        }
    }

    static Map<String, Function<ClientSite, ConformanceClient>> all() {
        Map<String, Function<ClientSite, ConformanceClient>> all = new LinkedHashMap<>();
        reads(all);
        kinds(all);
        writes(all);
        return all;
    }

    private static void reads(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put("DATA-15", site -> living(site, text -> List.of(text.notSet("isCanceled"))));
        all.put("DATA-16", site -> living(site, text -> List.of(text.notSet("isRecycled"))));
        // every uid is a number
        all.put(
                "DATA-17",
                site -> converting(site, (key, value) -> {
                    if (key.equals("ownerId") && value instanceof String uid && !uid.matches("\\d+")) {
                        throw new ClientFailure(0, "no number: " + uid);
                    }
                    return value;
                }));
        // looks up the team of every program
        all.put("DATA-18", site -> new ReferenceClient(site) {
            @Override
            public Map<String, Object> get(String collection, long id) {
                Map<String, Object> record = super.get(collection, id);
                if (collection.equals("Programs") && record.get("teamId") instanceof Number team) {
                    super.get("Teams", team.longValue());
                }
                return record;
            }
        });
    }

    private static void kinds(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put("DATA-19", site -> knowing(site, "effortPoints", SCALE));
        // has to know who delivers
        all.put("DATA-20", site -> wanting(site, "dependsOnTeamId", record -> true));
        // tells how much of the way is done
        all.put(
                "DATA-21",
                site -> receiving(site, record -> {
                    if (record.get("targetValue") instanceof Number target
                            && record.get("baselineValue") instanceof Number baseline
                            && target.longValue() == baseline.longValue()) {
                        throw new ArithmeticException("/ by zero");
                    }
                    return record;
                }));
        all.put(
                "DATA-22",
                site -> receiving(site, record -> {
                    if (record.containsKey("percentComplete") && !Objects.equals(1, record.get("type"))) {
                        throw new ClientFailure(0, "no such goal: " + record.get("type"));
                    }
                    return record;
                }));
        all.put(
                "DATA-23",
                site -> converting(
                        site, (key, value) -> key.equals("isLocked") ? (Objects.equals(1, value) ? 1 : 0) : value));
    }

    private static void writes(Map<String, Function<ClientSite, ConformanceClient>> all) {
        // checks what it writes to more strictly than the site does
        all.put(
                "WRITE-19",
                site -> checking(site, "Stories", (client, story) -> {
                    Map<String, Object> owner =
                            client.get("Users", Long.parseLong(String.valueOf(story.get("ownerId"))));
                    return Objects.equals(0, owner.get("isLocked"));
                }));
        all.put("WRITE-20", site -> checking(site, "Features", Trapped::isAligned));
        // gets a refused write through
        all.put("WRITE-21", site -> new ReferenceClient(site) {
            @Override
            public void patch(String collection, long id, Map<String, Object> changes) {
                try {
                    super.patch(collection, id, changes);
                } catch (ClientFailure e) {
                    if (!String.valueOf(e.getMessage()).contains("effortPoints")) {
                        throw e;
                    }
                    Map<String, Object> more = new LinkedHashMap<>(changes);
                    more.put("effortPoints", 8);
                    super.patch(collection, id, more);
                }
            }
        });
    }

    /** Other ways to fall into the same traps. */
    public static List<Fall> otherWays() {
        List<Fall> ways = new ArrayList<>();
        ways.add(new Fall(
                "DATA-02",
                "puts a full name together",
                site -> receiving(site, record -> {
                    if (record.containsKey("fullName") && record.get("fullName") == null) {
                        record.put("fullName", record.get("firstName") + " " + record.get("lastName"));
                    }
                    return record;
                })));
        ways.add(new Fall(
                "DATA-02",
                "wants a description",
                site -> wanting(site, "description", record -> has(record, "teamId"))));
        ways.add(new Fall(
                "DATA-15",
                "finds 0 only",
                site -> living(site, text -> List.of("isRecycled eq 0", "isCanceled eq 0"))));
        ways.add(new Fall("DATA-15", "leaves nothing out", site -> living(site, text -> List.of())));
        ways.add(new Fall("DATA-16", "leaves nothing out", site -> living(site, text -> List.of())));
        ways.add(new Fall("DATA-17", "reads the owner by the uid", site -> new ReferenceClient(site) {
            @Override
            protected void keep(Map<Object, Map<String, Object>> byId, Map<String, Object> record) {
                done(call("GET", "/Users/" + record.get("ownerId"), "", ""), "get the owner");
                super.keep(byId, record);
            }
        }));
        ways.add(new Fall(
                "DATA-18",
                "takes -1 for nothing",
                site -> converting(site, (key, value) -> Objects.equals(-1, value) ? null : value)));
        ways.add(new Fall(
                "DATA-19",
                "rounds to the scale",
                site -> converting(
                        site, (key, value) -> key.equals("effortPoints") && !SCALE.contains(value) ? 8 : value)));
        for (int kind : new int[] {2, 3}) {
            ways.add(new Fall(
                    "DATA-20",
                    "has to know who delivers in dependencies of type " + kind,
                    site -> wanting(site, "dependsOnTeamId", record -> Objects.equals(kind, record.get("typeId")))));
        }
        ways.add(new Fall("WRITE-19", "hands nothing on of somebody who has left", site -> new ReferenceClient(site) {
            @Override
            protected void keep(Map<Object, Map<String, Object>> byId, Map<String, Object> record) {
                if (!"6".equals(record.get("ownerId"))) {
                    super.keep(byId, record);
                }
            }
        }));
        ways.add(new Fall("WRITE-19", "gives it to somebody else", site -> adding(site, "Stories", "ownerId", "9")));
        ways.add(new Fall(
                "WRITE-20", "takes it out of the increment", site -> adding(site, "Features", "releaseId", null)));
        return ways;
    }

    private static boolean has(Map<String, Object> record, String field) {
        return record.get(field) != null;
    }

    /** Asks for live records by other terms. */
    private static ReferenceClient living(ClientSite site, Function<QueryText, List<String>> terms) {
        return WrongReads.writing(site, new QueryText() {
            @Override
            protected List<String> live() {
                return terms.apply(this);
            }
        });
    }

    /** Takes no record with another value of a field. */
    private static ReferenceClient knowing(ClientSite site, String field, Set<Object> values) {
        return receiving(site, record -> {
            if (has(record, field) && !values.contains(record.get(field))) {
                throw new ClientFailure(0, "unknown " + field + " " + record.get(field));
            }
            return record;
        });
    }

    /** Takes no record without a value of a field, of those that it asks that of. */
    private static ReferenceClient wanting(ClientSite site, String field, Predicate<Map<String, Object>> ofThese) {
        return receiving(site, record -> {
            if (record.containsKey(field) && !has(record, field) && ofThese.test(record)) {
                throw new ClientFailure(0, "no " + field);
            }
            return record;
        });
    }

    /** Writes to no record of a collection that it does not find right. */
    private static ReferenceClient checking(
            ClientSite site, String checked, BiPredicate<ReferenceClient, Map<String, Object>> isRight) {
        return new ReferenceClient(site) {
            @Override
            public void patch(String collection, long id, Map<String, Object> changes) {
                if (collection.equals(checked) && !isRight.test(this, get(collection, id))) {
                    throw new ClientFailure(0, "the record is not right");
                }
                super.patch(collection, id, changes);
            }
        };
    }

    private static boolean isAligned(ReferenceClient client, Map<String, Object> feature) {
        return !(feature.get("parentId") instanceof Number epic)
                || feature.get("releaseId") == null
                || (client.get("Epics", epic.longValue()).get("releaseIds") instanceof List<?> increments
                        && increments.contains(feature.get("releaseId")));
    }

    /** Changes one more field with every patch of a collection. */
    private static ReferenceClient adding(ClientSite site, String changed, String field, Object value) {
        return new ReferenceClient(site) {
            @Override
            public void patch(String collection, long id, Map<String, Object> changes) {
                Map<String, Object> more = new LinkedHashMap<>(changes);
                if (collection.equals(changed)) {
                    more.put(field, value);
                }
                super.patch(collection, id, more);
            }
        };
    }
}
