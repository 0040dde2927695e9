package io.alignemulator.conformance;

import io.alignemulator.conformance.ConformanceClient.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a client is asked to do. */
sealed interface Task {

    /** What a command finds in {@code ALIGN_TASK}. */
    Map<String, Object> json();

    /** @return the value, in JSON; nothing for writes without one */
    @Nullable
    Object perform(ConformanceClient client);

    record ListAll(String resource, Query query) implements Task {
        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = named("list");
            json.put("resource", resource);
            query.filter().ifPresent(filter -> json.put("filter", filter));
            if (!query.where().isEmpty()) {
                json.put("where", query.where());
            }
            if (!query.select().isEmpty()) {
                json.put("select", query.select());
            }
            query.orderby().ifPresent(orderby -> json.put("orderby", orderby));
            if (query.expand()) {
                json.put("expand", true);
            }
            return json;
        }

        @Override
        public Object perform(ConformanceClient client) {
            return client.list(resource, query);
        }
    }

    record Get(String resource, long id) implements Task {
        @Override
        public Map<String, Object> json() {
            return of("get", resource, id);
        }

        @Override
        public Object perform(ConformanceClient client) {
            return client.get(resource, id);
        }
    }

    record Create(String resource, Map<String, Object> values) implements Task {
        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = named("create");
            json.put("resource", resource);
            json.put("record", values);
            return json;
        }

        @Override
        public Object perform(ConformanceClient client) {
            return client.create(resource, values);
        }
    }

    record Replace(String resource, long id, Map<String, Object> values) implements Task {
        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = of("replace", resource, id);
            json.put("record", values);
            return json;
        }

        @Override
        public @Nullable Object perform(ConformanceClient client) {
            client.replace(resource, id, values);
            return null;
        }
    }

    record Patch(String resource, long id, Map<String, Object> changes) implements Task {
        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = of("patch", resource, id);
            json.put("changes", changes);
            return json;
        }

        @Override
        public @Nullable Object perform(ConformanceClient client) {
            client.patch(resource, id, changes);
            return null;
        }
    }

    record Whoami() implements Task {
        @Override
        public Map<String, Object> json() {
            return named("whoami");
        }

        @Override
        public Object perform(ConformanceClient client) {
            return client.whoami();
        }
    }

    private static Map<String, Object> named(String operation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operation", operation);
        return json;
    }

    private static Map<String, Object> of(String operation, String resource, long id) {
        Map<String, Object> json = named(operation);
        json.put("resource", resource);
        json.put("id", id);
        return json;
    }

    /** Reads {@code {list: Regions, filter: ...}} and its like. */
    static Task read(Params params) {
        if (params.has("list")) {
            params.only("list", "filter", "where", "select", "orderby", "expand");
            return new ListAll(
                    params.text("list"),
                    new Query(
                            params.optionalText("filter"),
                            params.object("where"),
                            params.texts("select"),
                            params.optionalText("orderby"),
                            params.flag("expand")));
        } else if (params.has("get")) {
            params.only("get", "id");
            return new Get(params.text("get"), params.number("id", 0));
        } else if (params.has("create")) {
            params.only("create", "record");
            return new Create(params.text("create"), params.object("record"));
        } else if (params.has("replace")) {
            params.only("replace", "id", "record");
            return new Replace(params.text("replace"), params.number("id", 0), params.object("record"));
        } else if (params.has("patch")) {
            params.only("patch", "id", "changes");
            return new Patch(params.text("patch"), params.number("id", 0), params.object("changes"));
        }
        params.only("whoami");
        return new Whoami();
    }

    /** Reads what {@link #json()} wrote. */
    static Task ofCommand(Params params) {
        Map<String, Object> json = new LinkedHashMap<>(params.json());
        String operation = String.valueOf(json.remove("operation"));
        Object resource = json.remove("resource");
        json.put(operation, resource == null ? true : resource);
        return read(new Params(params.place(), json));
    }

    /** Several tasks as one for a command, which does them in order. */
    static Map<String, Object> json(List<Task> tasks) {
        if (tasks.size() == 1) {
            return tasks.get(0).json();
        }
        Map<String, Object> json = named("batch");
        json.put("tasks", tasks.stream().map(Task::json).toList());
        return json;
    }
}
