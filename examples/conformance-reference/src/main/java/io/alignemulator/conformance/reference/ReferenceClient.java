package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes every requirement. Lists are read in pages of 100: in the order of the ids by asking for what follows the last id, so that rows which appear or vanish meanwhile neither
 * hide nor double others; in another order by skipping what was read.
 */
public class ReferenceClient extends Transport implements ConformanceClient {

    private static final String JSON = "application/json";
    private static final String JSON_PATCH = "application/json-patch+json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public ReferenceClient(ClientSite site) {
        super(site);
    }

    @Override
    public List<Map<String, Object>> list(String collection, Query query) {
        Map<Object, Map<String, Object>> byId = new LinkedHashMap<>();
        Pages pages = pages(query);
        for (boolean more = true; more; ) {
            Reply reply = call("GET", "/" + collection + pages.next(), JSON, "");
            List<Map<String, Object>> page = records(answered(reply, "list " + collection));
            pages.read(page);
            page.forEach(record -> keep(byId, record));
            more = !isLast(page, pages);
        }
        return new ArrayList<>(byId.values());
    }

    /** How a list is divided into pages. */
    protected Pages pages(Query query) {
        return query.orderby().isEmpty() ? new Pages.ByKey(filters(), query) : new Pages.BySkip(filters(), query);
    }

    /** How filters and queries are written. */
    protected QueryText filters() {
        return new QueryText();
    }

    /** Only an empty page is the last: a site may give fewer rows than were asked for. */
    protected boolean isLast(List<Map<String, Object>> page, Pages pages) {
        return page.isEmpty();
    }

    /** Takes a row into a list; rows that moved meanwhile come twice. */
    protected void keep(Map<Object, Map<String, Object>> byId, Map<String, Object> record) {
        Object id = record.get("id");
        byId.putIfAbsent(id == null ? byId.size() : id, record);
    }

    @Override
    public Map<String, Object> get(String collection, long id) {
        return record(answered(call("GET", "/" + collection + "/" + id, JSON, ""), "get " + collection + " " + id));
    }

    @Override
    public Map<String, Object> whoami() {
        return record(answered(call("GET", "/Users/whoami", JSON, ""), "whoami"));
    }

    @Override
    public long create(String collection, Map<String, Object> values) {
        Reply reply = call("POST", "/" + collection, JSON, written(body(values)));
        return newId(parsed(answered(reply, "create " + collection)));
    }

    @Override
    public void replace(String collection, long id, Map<String, Object> values) {
        done(call("PUT", "/" + collection + "/" + id, JSON, written(body(values))), "replace " + collection + " " + id);
    }

    @Override
    public void patch(String collection, long id, Map<String, Object> changes) {
        List<Map<String, Object>> operations = operations(collection, id, changes);
        done(
                call("PATCH", "/" + collection + "/" + id, JSON_PATCH, written(operations)),
                "patch " + collection + " " + id);
    }

    @Override
    public void delete(String collection, long id) {
        done(call("DELETE", "/" + collection + "/" + id, JSON, ""), "delete " + collection + " " + id);
    }

    /** What a create or a replacement sends: what it was given. */
    protected Map<String, Object> body(Map<String, Object> values) {
        return values;
    }

    /** One operation for each field that changes. */
    protected List<Map<String, Object>> operations(String collection, long id, Map<String, Object> changes) {
        List<Map<String, Object>> operations = new ArrayList<>();
        changes.forEach((field, value) -> operations.add(operation(field, value)));
        return operations;
    }

    protected final Map<String, Object> operation(String field, Object value) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", "replace");
        operation.put("path", "/" + field);
        operation.put("value", value);
        return operation;
    }

    protected final String written(Object json) {
        return MAPPER.writeValueAsString(json);
    }

    /** Sites answer a create with the id, or with the new object. */
    protected long newId(Object json) {
        Object id = json instanceof Map<?, ?> object ? object.get("id") : json;
        if (id instanceof Number number) {
            return number.longValue();
        }
        throw new ClientFailure(0, "The answer has no id: " + json);
    }

    /** The body of an answer that is to have one. */
    protected String answered(Reply reply, String what) {
        done(reply, what);
        return reply.body();
    }

    /** Anything but success is a failure, told in the words of the site. */
    protected void done(Reply reply, String what) {
        if (!reply.isSuccess()) {
            throw new ClientFailure(reply.status(), what + ": " + reply.status() + " " + told(reply));
        }
    }

    /** What the site says about a failure; often nothing. */
    protected String told(Reply reply) {
        return reply.body();
    }

    protected Object parsed(String body) {
        try {
            return Objects.requireNonNull(MAPPER.readValue(body, Object.class));
        } catch (JacksonException | NullPointerException e) {
            throw new ClientFailure(0, "The answer is no JSON: " + body);
        }
    }

    protected Map<String, Object> record(String body) {
        return asRecord(parsed(body));
    }

    protected List<Map<String, Object>> records(String body) {
        if (parsed(body) instanceof List<?> list) {
            return list.stream().map(this::asRecord).toList();
        }
        throw new ClientFailure(0, "The answer is no list: " + body);
    }

    private Map<String, Object> asRecord(Object json) {
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, value) -> object.put(String.valueOf(key), value));
            return received(object);
        }
        throw new ClientFailure(0, "The answer is no record: " + json);
    }

    /** A record as it is handed on: as it came, with fields that nobody knew of. */
    protected Map<String, Object> received(Map<String, Object> record) {
        return record;
    }
}
