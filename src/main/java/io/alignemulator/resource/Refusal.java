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
    private final String rule;

    private Refusal(Reply reply, String rule, String reason) {
        super(reason, null, false, false);
        this.reply = reply;
        this.rule = rule;
    }

    /** The same answer with a better reason; the real server never tells one. */
    public Refusal because(String otherRule, String reason) {
        return new Refusal(reply, otherRule, reason);
    }

    /** Name of the rule that refused. */
    public String rule() {
        return rule;
    }

    /** Why, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    public Reply reply() {
        return reply;
    }

    /** No or bad credential. */
    public static Refusal unauthorized(String reason) {
        return new Refusal(Reply.empty(401).with("WWW-Authenticate", "Bearer"), "credential", reason);
    }

    /** The role lacks the page or the action, or no membership lets the caller write the record. */
    public static Refusal forbidden() {
        return new Refusal(Reply.empty(403), "page", "not allowed");
    }

    /** No such address. */
    public static Refusal noRoute() {
        return new Refusal(Reply.empty(404), "route", "there is no such address");
    }

    /** The address does not take the verb. */
    public static Refusal wrongVerb(String allow) {
        return new Refusal(Reply.empty(405).with("Allow", allow), "verb", "the address takes " + allow);
    }

    public static Refusal tooLarge() {
        return new Refusal(Reply.empty(413), "bodyLimit", "the body is longer than the site takes");
    }

    public static Refusal mediaType() {
        return new Refusal(Reply.empty(415), "mediaType", "the body is not declared to be JSON");
    }

    /** The record is not there, or out of the caller's scope. */
    public static Refusal notFound(Resource resource, long id) {
        return sentence(404, "Cannot get " + resource.noun().one() + " with id " + id + ".")
                .because("record", "there is no " + resource.name() + " " + id);
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
        Reply reply = new Reply(400, Reply.PROBLEM, JsonMapper.shared().writeValueAsBytes(problem), Map.of());
        return new Refusal(reply, "binding", errors.toString());
    }

    private static Refusal sentence(int status, String sentence) {
        return new Refusal(Reply.text(status, sentence), "sentence", sentence);
    }
}
