package io.alignemulator.resource.call;

import io.alignemulator.access.Decision;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that ends the work on a call. Thrown where the reason is found, rendered in one place.
 */
public final class ErrorResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response reply;
    private final transient RuleId rule;
    private final transient Decision decision;

    private ErrorResponse(Response reply, RuleId rule, String reason) {
        this(reply, rule, reason, Decision.ALLOWED);
    }

    private ErrorResponse(Response reply, RuleId rule, String reason, Decision decision) {
        super(reason, null, false, false);
        this.reply = reply;
        this.rule = rule;
        this.decision = decision;
    }

    /** The same answer with a better reason; the real server never tells one. */
    public ErrorResponse because(RuleId otherRule, String reason) {
        return new ErrorResponse(reply, otherRule, reason);
    }

    /** The same answer, which a decision about access led to. */
    public ErrorResponse because(Decision refused) {
        return new ErrorResponse(reply, refused.rule(), refused.reason(), refused);
    }

    /** The decision about access that refused; one that allows when something else did. */
    public Decision decision() {
        return decision;
    }

    /** The rule that refused. */
    public RuleId rule() {
        return rule;
    }

    /** Why, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    public Response reply() {
        return reply;
    }

    /** No or bad credential. */
    public static ErrorResponse unauthorized(String reason) {
        return new ErrorResponse(Response.empty(401).with("WWW-Authenticate", "Bearer"), RuleId.ERRS_01, reason);
    }

    /** The role lacks the page or the action, or no membership lets the caller write the record. */
    public static ErrorResponse forbidden() {
        return new ErrorResponse(Response.empty(403), RuleId.ACCS_02, "not allowed");
    }

    /** No such address. */
    public static ErrorResponse noRoute() {
        return new ErrorResponse(Response.empty(404), RuleId.ADDR_07, "there is no such address");
    }

    /** The address does not take the verb. */
    public static ErrorResponse wrongVerb(String allow) {
        return new ErrorResponse(
                Response.empty(405).with("Allow", allow), RuleId.ADDR_08, "the address takes " + allow);
    }

    /** An address has used up its calls. */
    public static ErrorResponse tooManyCalls() {
        return new ErrorResponse(Response.text(429, "429 too many requests"), RuleId.RATE_01, "too many calls");
    }

    public static ErrorResponse tooLarge() {
        return new ErrorResponse(Response.empty(413), RuleId.ERRS_06, "the body is longer than the site takes");
    }

    /** The body ended before its end, or what should frame it is no HTTP. */
    public static ErrorResponse brokenBody() {
        return new ErrorResponse(
                Response.empty(400).with("Connection", "close"), RuleId.ROBU_01, "the body does not arrive whole");
    }

    /** The body comes too slowly. */
    public static ErrorResponse slowBody() {
        String sentence = "The body comes too slowly; the setting body-time tells how long it may take.";
        return new ErrorResponse(Response.text(408, sentence).with("Connection", "close"), RuleId.EMUL_31, sentence);
    }

    /** What the call asked for could not be saved, so it has not happened. */
    public static ErrorResponse notSaved(String sentence) {
        return new ErrorResponse(Response.text(507, sentence), RuleId.EMUL_32, sentence);
    }

    /** The server does as much of something as it does at once. */
    public static ErrorResponse busy(String sentence) {
        return new ErrorResponse(Response.text(503, sentence), RuleId.EMUL_31, sentence);
    }

    /** The body is not declared to be JSON, or in an encoding that the server does not know. */
    public static ErrorResponse mediaType() {
        return new ErrorResponse(
                problem(415, "https://tools.ietf.org/html/rfc9110#section-15.5.16", "Unsupported Media Type", Map.of()),
                RuleId.BODY_06,
                "the body is not declared to be JSON in UTF-8 or UTF-16");
    }

    /** The body is declared to be a form in parts, which it is not: the framework reads forms before it looks for another reader. */
    public static ErrorResponse brokenForm(boolean hasBoundary) {
        String why = hasBoundary
                ? "Unexpected end of Stream, the content may have already been read by another component."
                : "Missing content-type boundary.";
        return unreadable(Map.of("", List.of("Failed to read the request form. " + why)), RuleId.BODY_06);
    }

    /** The record is not there, or out of the caller's scope. */
    public static ErrorResponse notFound(Resource resource, long id) {
        return sentence(404, "Cannot get " + resource.noun().one() + " with id " + id + ".")
                .because(RuleId.ERRS_02, "there is no " + resource.name() + " " + id);
    }

    /** A list cannot be made. */
    public static ErrorResponse cannotFind(Resource resource, String reason, RuleId rule) {
        return sentence(400, "Cannot find " + resource.noun().many() + ". " + reason)
                .because(rule, reason);
    }

    /** A record cannot be created. */
    public static ErrorResponse cannotCreate(Resource resource, String reason) {
        return sentence(400, "Cannot create " + resource.noun().one() + ". " + reason);
    }

    /** A record cannot be changed. */
    public static ErrorResponse cannotUpdate(Resource resource, long id, String reason) {
        return sentence(400, "Cannot update " + resource.noun().one() + " with id " + id + ". " + reason);
    }

    /** The framework could not read the call: what is wrong, by key. */
    public static ErrorResponse unreadable(Map<String, List<String>> errors, RuleId rule) {
        Response reply = problem(
                400,
                "https://tools.ietf.org/html/rfc9110#section-15.5.1",
                "One or more validation errors occurred.",
                errors);
        return new ErrorResponse(reply, rule, errors.toString());
    }

    /** A value that cannot be what its parameter asks for. */
    public static ErrorResponse invalidValue(String parameter, String value, RuleId rule) {
        return unreadable(Map.of(parameter, List.of("The value '" + value + "' is not valid.")), rule);
    }

    private static Response problem(int status, String type, String title, Map<String, List<String>> errors) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("traceId", TraceIds.next());
        if (!errors.isEmpty()) {
            problem.put("errors", errors);
        }
        return new Response(status, Response.PROBLEM, JsonMapper.shared().writeValueAsBytes(problem), Map.of());
    }

    /** The same told in plain text, where a site has switched the problem document off. */
    public static ErrorResponse unreadable(String sentence, RuleId rule) {
        return sentence(400, sentence).because(rule, sentence);
    }

    private static ErrorResponse sentence(int status, String sentence) {
        return new ErrorResponse(Response.text(status, sentence), RuleId.WRIT_06, sentence);
    }
}
