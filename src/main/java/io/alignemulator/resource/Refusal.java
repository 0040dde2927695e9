package io.alignemulator.resource;

import io.alignemulator.catalogue.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that ends the work on a call (fidelity rules of section 6). Thrown where the reason is found, rendered in one place.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was attempted; the verb of the sentence. */
    public enum Attempt {
        GET,
        FIND,
        CREATE,
        UPDATE,
        DELETE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final transient Reply reply;

    private Refusal(Reply reply, String message) {
        super(message, null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }

    /** No or bad credential. */
    public static Refusal unauthorized() {
        return of(Reply.empty(401).with("WWW-Authenticate", "Bearer"));
    }

    /** The role lacks the page. */
    public static Refusal pageClosed() {
        return of(Reply.empty(403));
    }

    /** No such address. */
    public static Refusal noRoute() {
        return of(Reply.empty(404));
    }

    /** The address does not take the verb. */
    public static Refusal wrongVerb(String allow) {
        return of(Reply.empty(405).with("Allow", allow));
    }

    public static Refusal tooLarge() {
        return of(Reply.empty(413));
    }

    public static Refusal mediaType() {
        return of(Reply.empty(415));
    }

    /** The record is not there, or out of the caller's scope. */
    public static Refusal notFound(Resource resource, long id) {
        return sentence(404, "Cannot get " + resource.noun().one() + " with id " + id + ".");
    }

    /** A list cannot be made. */
    public static Refusal cannotFind(Resource resource, String reason) {
        return sentence(400, "Cannot find " + resource.noun().many() + ". " + reason);
    }

    /** A record cannot be created. */
    public static Refusal cannotCreate(Resource resource, String reason) {
        return sentence(400, "Cannot create " + resource.noun().one() + ". " + reason);
    }

    /** A record cannot be changed. */
    public static Refusal cannotUpdate(Resource resource, long id, String reason) {
        return sentence(400, "Cannot update " + resource.noun().one() + " with id " + id + ". " + reason);
    }

    /** The framework could not read the call: what is wrong, by key. */
    public static Refusal unreadable(Map<String, List<String>> errors) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://tools.ietf.org/html/rfc9110#section-15.5.1");
        problem.put("title", "One or more validation errors occurred.");
        problem.put("status", 400);
        problem.put("traceId", TraceIds.next());
        problem.put("errors", errors);
        return of(new Reply(400, Reply.PROBLEM, JsonMapper.shared().writeValueAsBytes(problem), Map.of()));
    }

    private static Refusal sentence(int status, String sentence) {
        return new Refusal(Reply.text(status, sentence), sentence);
    }

    private static Refusal of(Reply reply) {
        return new Refusal(reply, "status " + reply.status());
    }
}
