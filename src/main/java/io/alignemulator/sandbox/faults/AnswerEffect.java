package io.alignemulator.sandbox.faults;

import io.alignemulator.resource.call.Response;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An effect that answers in place of the verb, which does not run: nothing is read and nothing is applied. */
public sealed interface AnswerEffect extends Effect {

    /**
     * Answers with a status and the body that the real server gives with it; the verb does not run.
     *
     * <p>Known (fidelity rules of section 6): 401, 403, 405, 413 and 415 are empty (401 with {@code WWW-Authenticate}, 405 with {@code Allow}); 404 names the record where one
     * is asked for by id and is empty elsewhere; 400 is a sentence to a GET and a problem document to a write; 429 is its text. Inferred, nothing proves it: 500 is empty (the
     * framework's default), 503 is the page of a web server whose application is down, 502 and 504 are the page of a gateway.
     *
     * @param code one of {@link #CODES}
     */
    record Status(int code) implements AnswerEffect {
        /** The statuses whose bodies are known or inferred. */
        public static final List<Integer> CODES = List.of(400, 401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504);

        public Status {
            Range.require(CODES.contains(code), "A status is one of " + CODES + ", not " + code);
        }

        @Override
        public String type() {
            return "status";
        }

        @Override
        public ObjectNode json() {
            return AnswerEffect.super.json().put("code", code);
        }

        @Override
        public Optional<Response> instead(FaultCall call) {
            return Optional.of(StatusReplies.of(code, call));
        }
    }

    /**
     * Answers 429 with the real text, as if the address had made one call too many; the verb does not run. The header {@code Retry-After} is there when it is given only: the
     * real server is not known to send it (fidelity rule of section 8).
     *
     * @param retryAfter seconds, 0 to {@value #LONGEST_RETRY}
     * @param block whether the address is really blocked in the rate limiter from this call on, where the site has a limit
     */
    record TooManyRequests(Optional<Integer> retryAfter, boolean block) implements AnswerEffect {
        /** Seconds of a day. */
        public static final int LONGEST_RETRY = 86_400;

        public TooManyRequests {
            Range.require(
                    retryAfter.orElse(0) >= 0 && retryAfter.orElse(0) <= LONGEST_RETRY,
                    "Retry-After is 0 to " + LONGEST_RETRY + " seconds, not " + retryAfter);
        }

        @Override
        public String type() {
            return "tooManyRequests";
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = AnswerEffect.super.json();
            retryAfter.ifPresent(seconds -> json.put("retryAfter", seconds));
            return block ? json.put("block", true) : json;
        }

        @Override
        public Optional<Response> instead(FaultCall call) {
            Response reply = StatusReplies.of(429, call);
            return Optional.of(
                    retryAfter.map(s -> reply.with("Retry-After", s.toString())).orElse(reply));
        }

        @Override
        public boolean blocksAddress() {
            return block;
        }
    }

    /**
     * Sends the client elsewhere; the verb does not run. Inferred: nothing is known of redirects of the real site, but a proxy before it may make them, and a client that follows one to another host
     * must not take its token along.
     *
     * @param location where to, an absolute URL
     * @param code one of {@link #CODES}
     */
    record Redirect(String location, int code) implements AnswerEffect {
        /** 307 and 308 keep method and body. */
        public static final List<Integer> CODES = List.of(301, 302, 303, 307, 308);

        public Redirect {
            Range.require(CODES.contains(code), "A redirect has one of the statuses " + CODES + ", not " + code);
            Range.require(
                    location.matches("https?://[!-~]+"), "A redirect goes to an absolute URL, not to " + location);
        }

        @Override
        public String type() {
            return "redirect";
        }

        @Override
        public ObjectNode json() {
            return AnswerEffect.super.json().put("location", location).put("code", code);
        }

        @Override
        public Optional<Response> instead(FaultCall call) {
            return Optional.of(Response.empty(code).with("Location", location));
        }
    }

    /**
     * Answers with the HTML page that a proxy in front of the site makes when it cannot or will not pass a call on; the verb does not run. Inferred: the form is that of common
     * proxies.
     *
     * @param code 400 to 599
     */
    record ProxyPage(int code) implements AnswerEffect {
        public ProxyPage {
            Range.require(code >= 400 && code <= 599, "A proxy's error page has a status from 400 to 599, not " + code);
        }

        @Override
        public String type() {
            return "proxyPage";
        }

        @Override
        public ObjectNode json() {
            return AnswerEffect.super.json().put("code", code);
        }

        @Override
        public Optional<Response> instead(FaultCall call) {
            return Optional.of(StatusReplies.page(code));
        }
    }

    /**
     * Ends the credential of the call that is hit: this call and every later one with the same credential, whatever it asks, is told 401 as the real server tells a token that
     * was generated anew (fidelity rule of section 7), until the fault is removed or reset. Another token of the same user works. A call without a user is told 401 too, but
     * there is no credential to end.
     */
    record UnauthorizedFromNowOn() implements AnswerEffect {
        @Override
        public String type() {
            return "unauthorizedFromNowOn";
        }

        @Override
        public Optional<Response> instead(FaultCall call) {
            return Optional.of(StatusReplies.of(401, call));
        }
    }
}
