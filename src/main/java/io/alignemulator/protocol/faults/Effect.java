package io.alignemulator.protocol.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import io.alignemulator.wording.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a fault does to the calls that it acts on. Constructors throw {@link IllegalArgumentException} for values out of
 * range. All durations are real time, also when the sandbox's clock stands still: it is the client's patience that is
 * tested, and a client waits by its own clock.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Effect {

    /** The longest that a fault holds a call, in all. */
    Duration LONGEST = Duration.ofSeconds(60);

    /** Name of the effect in JSON. */
    default String type() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** An answer with a status. The body is known or inferred, as {@code docs/fidelity.md} tells. */
    @JsonTypeName("status")
    @Doc("Answers with a status and the body that the real server gives with it; nothing is read and nothing applied")
    record Status(
            @JsonProperty(required = true)
            @Doc(value = "One of 400, 401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504", example = "503")
            int code)
            implements Effect {

        /** The statuses whose bodies are known or inferred. */
        public static final List<Integer> CODES = List.of(400, 401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504);

        public Status {
            Limits.oneOf(CODES, "code", code);
        }
    }

    /** An answer 429. The real server is not known to send {@code Retry-After}. */
    @JsonTypeName("tooManyRequests")
    @Doc("Answers 429 with the real text, as if the address had made one call too many")
    record TooManyRequests(
            @Doc(
                    value = "Seconds for the header Retry-After, 0 to 86400; left out, there is no such header",
                    example = "30")
            OptionalInt retryAfter,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            @Doc(value = "Whether the address is really blocked from this call on", example = "true")
            boolean block)
            implements Effect {

        /** Seconds of a day. */
        public static final int LONGEST_RETRY = 86_400;

        public TooManyRequests {
            retryAfter = retryAfter == null ? OptionalInt.empty() : retryAfter;
            Limits.range(0, LONGEST_RETRY, "retryAfter", retryAfter.orElse(0));
        }
    }

    /** A late answer. The call runs at once, so that a client which gives up finds its write applied. */
    @JsonTypeName("delay")
    @Doc("Lets the answer wait; the call itself runs at once")
    record Delay(
            @JsonProperty(required = true) @Doc(value = "PT0.001S to PT1M in whole milliseconds", example = "\"PT2S\"")
            Duration duration)
            implements Effect {
        public Delay {
            Limits.duration("duration", duration, LONGEST);
        }
    }

    /** A trickling answer; {@link #LONGEST} in all at most. */
    @JsonTypeName("drip")
    @Doc("Lets the body of the answer trickle, a minute in all at most")
    record Drip(
            @JsonProperty(required = true) @Doc(value = "Bytes of a piece, 1 to 1000000", example = "64")
            int bytesPerChunk,

            @JsonProperty(required = true)
            @Doc(value = "Between two pieces, PT0.001S to PT10S in whole milliseconds", example = "\"PT0.1S\"")
            Duration pause)
            implements Effect {

        private static final int LARGEST_CHUNK = 1_000_000;
        private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

        public Drip {
            Limits.range(1, LARGEST_CHUNK, "bytesPerChunk", bytesPerChunk);
            Limits.duration("pause", pause, LONGEST_PAUSE);
        }
    }

    /** A connection that is closed early. */
    @JsonTypeName("closeBefore")
    @Doc("Closes the connection before anything is applied")
    record CloseBefore() implements Effect {}

    /** A connection that is closed late: a write is applied and the client cannot know. */
    @JsonTypeName("closeAfter")
    @Doc("Closes the connection without an answer after the call was applied")
    record CloseAfter() implements Effect {}

    /** A part of a body, under the {@code Content-Length} of the whole or in chunks without the last one; at least the last byte is missing. */
    @JsonTypeName("truncatedBody")
    @Doc("Sends the beginning of the body only, under the Content-Length of the whole; half of it when nothing is said")
    record TruncatedBody(
            @Doc(value = "Bytes to send, from 0; the last one is never sent", example = "100")
            OptionalInt bytes,

            @Doc(value = "Part of the bytes to send, from 0 and less than 1; not beside bytes", example = "0.5")
            OptionalDouble fraction,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            @Doc(
                    value =
                            "Whether the body goes in chunks, of which the last is missing, with Connection: close; some clients take the cut for the end",
                    example = "true")
            boolean chunked)
            implements Effect {
        public TruncatedBody {
            bytes = bytes == null ? OptionalInt.empty() : bytes;
            fraction = fraction == null ? OptionalDouble.empty() : fraction;
            double part = fraction.orElse(0);
            Limits.from(0, "bytes", bytes.orElse(0));
            Limits.require(part >= 0 && part < 1, "fraction", part, "a number from 0 that is less than 1");
            Limits.fits(
                    bytes.isEmpty() || fraction.isEmpty(),
                    "fraction",
                    part,
                    "beside bytes",
                    "give one of them, or none for a half");
            fraction = bytes.isEmpty() && fraction.isEmpty() ? OptionalDouble.of(0.5) : fraction;
        }
    }

    /** A body that no reader takes for JSON. */
    @JsonTypeName("malformedJson")
    @Doc("Breaks the end of a JSON body")
    record MalformedJson() implements Effect {}

    /** One key more, behind all others; an object that has it already stays as it is. */
    @JsonTypeName("extraProperty")
    @Doc("Adds a property to each object of the answer")
    record ExtraProperty(
            @JsonProperty(required = true)
            @Doc(value = "A key that the record does not have", example = "\"addedLater\"")
            String name,

            @JsonProperty(required = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Doc(value = "Any JSON", example = "{\"a\": [1]}")
            @Nullable
            Object value)
            implements Effect {
        public ExtraProperty {
            Limits.text("name", name);
            value = Limits.frozen(value);
        }
    }

    /**
     * A value of another type: a number or a boolean becomes its text, a text the integer that it spells or else 0, an object
     * an array with the object in it, an array an object with the places as keys, and null an empty object.
     */
    @JsonTypeName("wrongType")
    @Doc("Gives a field of each object of the answer a value of another JSON type")
    record WrongType(
            @JsonProperty(required = true) @Doc(value = "A key as the API spells it", example = "\"title\"")
            String field)
            implements Effect {
        public WrongType {
            Limits.text("field", field);
        }
    }

    /** A page of a proxy in front of the site. Inferred: the form is that of common proxies. */
    @JsonTypeName("proxyPage")
    @Doc("Answers with the HTML page of a proxy that cannot pass the call on")
    record ProxyPage(
            @Doc(value = "400 to 599; 502 when left out", example = "504")
            int code) implements Effect {
        public ProxyPage {
            code = code == 0 ? 502 : code;
            Limits.range(400, 599, "code", code);
        }
    }

    /** An answer that sends the client elsewhere. Inferred: a proxy may, and a token must not be taken along. */
    @JsonTypeName("redirect")
    @Doc("Sends the client elsewhere")
    record Redirect(
            @JsonProperty(required = true)
            @Doc(value = "An absolute URL", example = "\"http://localhost:9999/elsewhere\"")
            String location,

            @Doc(value = "301, 302, 303, 307 or 308; 307 when left out", example = "308")
            int code)
            implements Effect {

        /** 307 and 308 keep method and body. */
        public static final List<Integer> CODES = List.of(301, 302, 303, 307, 308);

        private static final int LONGEST_LOCATION = 2_000;

        public Redirect {
            code = code == 0 ? 307 : code;
            Limits.oneOf(CODES, "code", code);
            Limits.text("location", location);
            Limits.require(
                    location.length() <= LONGEST_LOCATION && location.matches("https?://[!-~]+"),
                    "location",
                    location,
                    "an absolute URL of 2,000 characters at most");
        }
    }

    /**
     * A credential that ends: the call and every later one with the same token is told 401 until the fault is removed or
     * reset. Another token of the same user works.
     */
    @JsonTypeName("unauthorizedFromNowOn")
    @Doc("Ends the token of the call: it and every later call with it is told 401")
    record UnauthorizedFromNowOn() implements Effect {}

    /** Somebody else who acts while a client is at work: calls of the control API before the call is answered as usual. */
    @JsonTypeName("meanwhile")
    @Doc("Makes calls of the control API before the call is answered as usual: somebody else changes the site")
    record Meanwhile(
            @JsonProperty(required = true)
            @Doc(
                    value = "1 to 20 calls, in their order",
                    example = "[{\"method\": \"POST\", \"path\": \"/import\","
                            + " \"body\": {\"fixtures\": {\"Regions\": [{\"name\": \"West\"}]}}}]")
            List<ControlCall> calls)
            implements Effect {

        private static final int MOST = 20;

        public Meanwhile {
            String demanded = "an array of 1 to " + MOST + " calls";
            Limits.present("calls", calls, demanded);
            Limits.require(!calls.isEmpty() && calls.size() <= MOST, "calls", calls, demanded);
            calls = List.copyOf(calls);
        }
    }

    /**
     * A call of the control API.
     *
     * @param body an object; empty for none
     */
    record ControlCall(
            @JsonProperty(required = true) @Doc(value = "POST, PUT or DELETE", example = "\"POST\"")
            Method method,

            @JsonProperty(required = true) @Doc(value = "Below the sandbox", example = "\"/import\"")
            String path,

            @Doc(value = "What the call takes", example = "{\"fixtures\": {\"Regions\": [{\"name\": \"West\"}]}}")
            Optional<java.util.Map<String, Object>> body) {

        private static final List<Method> METHODS = List.of(Method.POST, Method.PUT, Method.DELETE);

        public ControlCall {
            body = body == null ? Optional.empty() : body.map(Limits::map);
            Limits.present("method", method, Reason.oneOf(METHODS));
            Limits.oneOf(METHODS, "method", method);
            Limits.text("path", path);
            Limits.require(path.startsWith("/"), "path", path, "a path that begins with a slash");
        }
    }
}
