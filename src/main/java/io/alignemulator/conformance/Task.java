package io.alignemulator.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.conformance.ConformanceClient.Query;
import io.alignemulator.protocol.json.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a client is asked to do, as scenarios write it and as a command finds it in {@code ALIGN_TASK}: {@code docs/conformance.md} describes every key. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "operation")
@JsonInclude(Include.NON_EMPTY)
public sealed interface Task {

    /**
     * Lets a client do it.
     *
     * @return the value, in JSON; nothing for writes without one
     */
    @Nullable
    Object perform(ConformanceClient client);

    /** All records of a collection that the query chooses. */
    @JsonTypeName("list")
    record ListAll(
            String resource,
            Optional<String> filter,
            Map<String, Object> where,
            List<String> select,
            Optional<String> orderby,
            @JsonInclude(Include.NON_DEFAULT) boolean expand,
            @JsonInclude(Include.NON_DEFAULT) boolean live)
            implements Task {

        public ListAll {
            where = Limits.map(where);
            select = select == null ? List.of() : List.copyOf(select);
        }

        @Override
        public Object perform(ConformanceClient client) {
            return client.list(resource, new Query(filter, where, select, orderby, expand, live));
        }
    }

    /** One record. */
    @JsonTypeName("get")
    record Get(String resource, long id) implements Task {
        @Override
        public Object perform(ConformanceClient client) {
            return client.get(resource, id);
        }
    }

    /** A new record; its id is the value. */
    @JsonTypeName("create")
    record Create(String resource, Map<String, Object> record) implements Task {

        public Create {
            record = Limits.map(record);
        }

        @Override
        public Object perform(ConformanceClient client) {
            return client.create(resource, record);
        }
    }

    /** A record as a whole. */
    @JsonTypeName("replace")
    record Replace(String resource, long id, Map<String, Object> record) implements Task {

        public Replace {
            record = Limits.map(record);
        }

        @Override
        public @Nullable Object perform(ConformanceClient client) {
            client.replace(resource, id, record);
            return null;
        }
    }

    /** Some fields of a record. */
    @JsonTypeName("patch")
    record Patch(String resource, long id, Map<String, Object> changes) implements Task {

        public Patch {
            changes = Limits.map(changes);
        }

        @Override
        public @Nullable Object perform(ConformanceClient client) {
            client.patch(resource, id, changes);
            return null;
        }
    }

    /** A record that goes. */
    @JsonTypeName("delete")
    record Delete(String resource, long id) implements Task {
        @Override
        public @Nullable Object perform(ConformanceClient client) {
            client.delete(resource, id);
            return null;
        }
    }

    /** Whose token it is. */
    @JsonTypeName("whoami")
    record Whoami() implements Task {
        @Override
        public Object perform(ConformanceClient client) {
            return client.whoami();
        }
    }

    /** Several tasks in their order, for one run of a command. The value is a list of {@link TaskResult}s, whatever became of each. */
    @JsonTypeName("batch")
    record Batch(List<Task> tasks) implements Task {

        public Batch {
            tasks = List.copyOf(tasks);
        }

        @Override
        public Object perform(ConformanceClient client) {
            return tasks.stream().map(task -> TaskResult.of(task, client)).toList();
        }
    }
}
