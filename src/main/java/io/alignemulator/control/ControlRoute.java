package io.alignemulator.control;

import io.alignemulator.control.bind.Call;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;

/**
 * One line of the control API's table.
 *
 * @param path literal and {@code {variable}} segments
 * @param contract what the API's description and its page tell of it
 */
record ControlRoute(String method, String path, Contract contract, Handler handler) {

    /** What a route does to a sandbox. */
    @FunctionalInterface
    interface Handler {
        Response answer(Call call, Sandbox sandbox);
    }

    /**
     * What goes in and what comes out.
     *
     * @param summary one sentence
     * @param query records whose components are the query parameters
     * @param body empty for a route that takes none
     * @param example of the body; empty for none
     * @param status of the answer
     * @param answer what a record of it is; empty for one without a body, or for what is no record
     * @param isList whether the answer is an array of such records
     * @param media types in which it is answered; none for an empty answer
     * @param conflicts why it may be answered 409; empty when it may not
     */
    record Contract(
            String summary,
            List<Class<? extends Record>> query,
            Optional<Class<? extends Record>> body,
            String example,
            int status,
            Optional<Class<? extends Record>> answer,
            boolean isList,
            List<String> media,
            String conflicts) {}

    /** A route that is being written down. */
    static final class Draft {

        private static final String JSON = "application/json";

        private final String method;
        private final String path;
        private final String summary;
        private List<Class<? extends Record>> query = List.of();
        private Optional<Class<? extends Record>> body = Optional.empty();
        private Optional<Class<? extends Record>> answer = Optional.empty();
        private String example = "";
        private String conflicts = "";
        private boolean isList;
        private int status = 204;
        private List<String> media = List.of();

        private Draft(String method, String path, String summary) {
            this.method = method;
            this.path = path;
            this.summary = summary;
        }

        @SafeVarargs
        @SuppressWarnings("varargs") // the array is copied at once
        final Draft query(Class<? extends Record>... records) {
            query = List.of(records);
            return this;
        }

        Draft body(Class<? extends Record> record, String json) {
            body = Optional.of(record);
            example = json;
            return this;
        }

        Draft answers(Class<? extends Record> record) {
            answer = Optional.of(record);
            return answersAs(JSON);
        }

        Draft answersEach(Class<? extends Record> record) {
            isList = true;
            return answers(record);
        }

        /** An array of objects whose keys depend on the site. */
        Draft answersObjects() {
            isList = true;
            return answersAs(JSON);
        }

        Draft answersAs(String... types) {
            status = 200;
            media = List.of(types);
            return this;
        }

        /** Records as JSON, or as text to read. */
        Draft orText() {
            media = List.of(JSON, "text/plain");
            return this;
        }

        Draft creates() {
            status = 201;
            return this;
        }

        Draft conflicts(String reason) {
            conflicts = reason;
            return this;
        }

        ControlRoute by(Handler handler) {
            Contract contract = new Contract(summary, query, body, example, status, answer, isList, media, conflicts);
            return new ControlRoute(method, path, contract, handler);
        }
    }

    static Draft get(String path, String summary) {
        return new Draft("GET", path, summary);
    }

    static Draft post(String path, String summary) {
        return new Draft("POST", path, summary);
    }

    static Draft put(String path, String summary) {
        return new Draft("PUT", path, summary);
    }

    static Draft delete(String path, String summary) {
        return new Draft("DELETE", path, summary);
    }
}
