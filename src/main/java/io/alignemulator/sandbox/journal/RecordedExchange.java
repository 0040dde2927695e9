package io.alignemulator.sandbox.journal;

import io.alignemulator.sandbox.calls.SeenCall;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One call of the API and its answer. Credentials are masked: no form of an exchange shows them.
 *
 * @param number 1, 2, 3 and so on in the order in which answers were ready; 0 until the journal has given one
 * @param time when the call came in, by the sandbox's clock
 * @param duration until the answer was ready, by the sandbox's clock
 * @param rules names of the rules that acted on it
 * @param ignored JSON pointers of the fields that were sent and did nothing
 * @param notes names of the rules that were followed and may surprise
 * @param fault what went wrong on purpose; empty for nothing
 * @param changes the records that differ after the call, as they were and as they are
 */
public record RecordedExchange(
        long number,
        Instant time,
        Duration duration,
        String sandbox,
        Optional<User> user,
        Request request,
        Response response,
        Collection<String> rules,
        Collection<String> ignored,
        Collection<String> notes,
        String fault,
        List<RowChange> changes)
        implements SeenCall {

    /** Bytes of an object beside its contents. */
    private static final int EACH = 48;

    /**
     * Whose credential the call carried.
     *
     * @param persona what fixtures call the user
     */
    public record User(long id, String persona) {}

    /** A header; a name may stand several times. */
    public record Header(String name, String value) {}

    /**
     * What was asked.
     *
     * @param path as sent, not decoded
     * @param query as sent, without the question mark
     */
    public record Request(String method, String path, String query, List<Header> headers, Body body) {

        public Request {
            headers = List.copyOf(headers);
        }

        /** Path and query. */
        public String target() {
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    /**
     * What was answered.
     *
     * @param status 0 when the connection was closed instead
     * @param ids of the records of a list of which the body is not kept whole
     */
    public record Response(int status, List<Header> headers, Body body, List<Long> ids) {

        public Response {
            headers = List.copyOf(headers);
            ids = List.copyOf(ids);
        }
    }

    public RecordedExchange {
        rules = List.copyOf(rules);
        ignored = List.copyOf(ignored);
        notes = List.copyOf(notes);
        changes = List.copyOf(changes);
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String path() {
        return request.path();
    }

    @Override
    public String query() {
        return request.query();
    }

    @Override
    public List<String> header(String name) {
        return request.headers().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    @Override
    public Optional<String> bodyText() {
        return request.body().text();
    }

    @Override
    public Optional<Long> userId() {
        return user.map(User::id);
    }

    @Override
    public String persona() {
        return user.map(User::persona).orElse("nobody");
    }

    @Override
    public Outcome outcome() {
        return new Outcome(response.status(), List.copyOf(rules), List.copyOf(ignored), fault);
    }

    RecordedExchange numbered(long given) {
        return new RecordedExchange(
                given, time, duration, sandbox, user, request, response, rules, ignored, notes, fault, changes);
    }

    /** About the memory it takes, everything that is kept. */
    int weight() {
        return 512
                + request.body().weight()
                + response.body().weight()
                + response.ids().size() * Long.BYTES * 2
                + request.query().length()
                + request.path().length()
                + fault.length()
                + weight(request.headers())
                + weight(response.headers())
                + (rules.size() + notes.size()) * EACH
                + weightOfTexts(ignored)
                + weightOfChanges(changes);
    }

    private static int weightOfTexts(Collection<String> texts) {
        int weight = 0;
        for (String text : texts) {
            weight += EACH + text.length();
        }
        return weight;
    }

    /** The rows may be kept by nobody else any more. */
    private static int weightOfChanges(List<RowChange> changes) {
        int weight = 0;
        for (RowChange change : changes) {
            weight += EACH
                    + change.before().map(Row::weight).orElse(0)
                    + change.after().map(Row::weight).orElse(0);
        }
        return weight;
    }

    private static int weight(List<Header> headers) {
        int weight = 0;
        for (Header header : headers) {
            weight += 2 * EACH + header.name().length() + header.value().length();
        }
        return weight;
    }
}
