package io.alignemulator.sandbox.faults;

import io.alignemulator.sandbox.faults.AnswerEffect.ProxyPage;
import io.alignemulator.sandbox.faults.AnswerEffect.Redirect;
import io.alignemulator.sandbox.faults.AnswerEffect.Status;
import io.alignemulator.sandbox.faults.AnswerEffect.TooManyRequests;
import io.alignemulator.sandbox.faults.AnswerEffect.UnauthorizedFromNowOn;
import io.alignemulator.sandbox.faults.BodyEffect.ExtraProperty;
import io.alignemulator.sandbox.faults.BodyEffect.MalformedJson;
import io.alignemulator.sandbox.faults.BodyEffect.WrongType;
import io.alignemulator.sandbox.faults.WireEffect.CloseAfter;
import io.alignemulator.sandbox.faults.WireEffect.CloseBefore;
import io.alignemulator.sandbox.faults.WireEffect.Delay;
import io.alignemulator.sandbox.faults.WireEffect.Drip;
import io.alignemulator.sandbox.faults.WireEffect.TruncatedBody;
import io.alignemulator.sandbox.faults.WireEffect.TruncatedBody.Keep;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads {@code {"type": "status", "code": 503}} and its like. */
final class EffectReader {

    private static final String TYPE = "type";
    private static final int PROXY = 502;
    private static final int TEMPORARY = 307;
    private static final Keep HALF = new Keep.Fraction(0.5);

    static final List<String> TYPES = List.of(
            "status",
            "tooManyRequests",
            "delay",
            "drip",
            "closeBefore",
            "closeAfter",
            "truncatedBody",
            "malformedJson",
            "extraProperty",
            "wrongType",
            "proxyPage",
            "redirect",
            "unauthorizedFromNowOn",
            "meanwhile");

    private final Part part;

    EffectReader(Part part) {
        this.part = part;
    }

    /** Empty when something is wrong with it, which is reported. */
    Optional<Effect> read() {
        part.require(TYPE);
        return part.text(TYPE).flatMap(this::read);
    }

    private Optional<Effect> read(String type) {
        return switch (type) {
            case "status" -> status();
            case "tooManyRequests" -> tooManyRequests();
            case "delay" -> delay();
            case "drip" -> drip();
            case "closeBefore" -> plain(new CloseBefore());
            case "closeAfter" -> plain(new CloseAfter());
            case "truncatedBody" -> truncatedBody();
            case "malformedJson" -> plain(new MalformedJson());
            case "extraProperty" -> extraProperty();
            case "wrongType" -> wrongType();
            case "proxyPage" -> proxyPage();
            case "redirect" -> redirect();
            case "unauthorizedFromNowOn" -> plain(new UnauthorizedFromNowOn());
            case "meanwhile" -> meanwhile();
            default -> unknown();
        };
    }

    private Optional<Effect> unknown() {
        part.report(TYPE, "is no effect; known are " + String.join(", ", TYPES));
        return Optional.empty();
    }

    private void onlyKeys(String... keys) {
        part.onlyKeys(Stream.concat(Stream.of(TYPE), Stream.of(keys)).toList());
    }

    private Optional<Effect> plain(Effect effect) {
        onlyKeys();
        return Optional.of(effect);
    }

    private Optional<Effect> status() {
        onlyKeys("code");
        part.require("code");
        JsonNode json = part.at("code");
        Optional<Integer> code = json.isIntegralNumber() && json.canConvertToInt()
                ? Optional.of(json.asInt()).filter(Status.CODES::contains)
                : Optional.empty();
        if (part.has("code") && code.isEmpty()) {
            part.report("code", "is no status whose answer is known; known are " + Status.CODES);
        }
        return code.map(Status::new);
    }

    private Optional<Effect> tooManyRequests() {
        onlyKeys("retryAfter", "block");
        Optional<Integer> seconds =
                part.number("retryAfter", 0, TooManyRequests.LONGEST_RETRY).map(Long::intValue);
        return Optional.of(new TooManyRequests(seconds, part.flag("block")));
    }

    private Optional<Effect> delay() {
        onlyKeys("duration");
        part.require("duration");
        return part.duration("duration", Wire.LONGEST).map(Delay::new);
    }

    private Optional<Effect> drip() {
        onlyKeys("bytesPerChunk", "pause");
        part.require("bytesPerChunk");
        part.require("pause");
        Optional<Integer> bytes =
                part.number("bytesPerChunk", 1, Drip.LARGEST_CHUNK).map(Long::intValue);
        return part.duration("pause", Drip.LONGEST_PAUSE).flatMap(pause -> bytes.map(each -> new Drip(each, pause)));
    }

    private Optional<Effect> truncatedBody() {
        onlyKeys("bytes", "fraction");
        Optional<Keep> bytes =
                part.number("bytes", 0, Integer.MAX_VALUE).map(Long::intValue).map(Keep.Bytes::new);
        Optional<Keep> fraction = part.decimal(
                        "fraction", each -> each >= 0 && each < 1, "must be a number from 0 that is less than 1")
                .map(Keep.Fraction::new);
        if (part.has("bytes") && part.has("fraction")) {
            part.report("fraction", "stands beside bytes; give one of them, or none for a half");
        }
        return Optional.of(new TruncatedBody(bytes.or(() -> fraction).orElse(HALF)));
    }

    private Optional<Effect> extraProperty() {
        onlyKeys("name", "value");
        part.require("name");
        part.require("value");
        return part.text("name").filter(n -> part.has("value")).map(name -> new ExtraProperty(name, part.at("value")));
    }

    private Optional<Effect> wrongType() {
        onlyKeys("field");
        part.require("field");
        return part.text("field").map(WrongType::new);
    }

    private Optional<Effect> redirect() {
        onlyKeys("location", "code");
        part.require("location");
        int code = part.number("code", 300, 399).map(Long::intValue).orElse(TEMPORARY);
        return part.text("location").flatMap(location -> made("location", () -> new Redirect(location, code)));
    }

    private Optional<Effect> meanwhile() {
        onlyKeys("calls");
        part.require("calls");
        return made(
                "calls",
                () -> new ConcurrentChange(part.at("calls")
                        .valueStream()
                        .map(ConcurrentChange::call)
                        .toList()));
    }

    /** What cannot be made is reported at a key. */
    private Optional<Effect> made(String key, Supplier<Effect> making) {
        try {
            return Optional.of(making.get());
        } catch (IllegalArgumentException e) {
            part.report(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Effect> proxyPage() {
        onlyKeys("code");
        return Optional.of(
                new ProxyPage(part.number("code", 400, 599).map(Long::intValue).orElse(PROXY)));
    }
}
