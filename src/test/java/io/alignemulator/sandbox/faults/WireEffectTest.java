package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.call;
import static io.alignemulator.sandbox.faults.Examples.effect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Effect.Delay;
import io.alignemulator.protocol.faults.Effect.Drip;
import io.alignemulator.resource.call.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers go out. */
class WireEffectTest {

    private static final FaultCall WRITE = call("PATCH", "/epics/1");

    private static Response body(int length) {
        return Response.json(200, new byte[length]);
    }

    private static Wire wire(String effect, int length) {
        return Effects.wire(effect(effect), body(length));
    }

    @Test
    void aDelayComesAfterTheVerb() {
        Effect delay = effect("{'type': 'delay', 'duration': 'PT1.5S'}");
        assertEquals(Optional.empty(), Effects.instead(delay, WRITE));
        assertEquals(new Wire.Delayed(Duration.ofMillis(1500)), Effects.wire(delay, Response.empty(204)));
    }

    @Test
    void aDripHasPiecesAndPauses() {
        Wire drip = new Wire.Dripped(10, Duration.ofMillis(200));
        assertEquals(drip, wire("{'type': 'drip', 'bytesPerChunk': 10, 'pause': 'PT0.2S'}", 25));
        assertEquals(
                new Wire.Normal(),
                wire("{'type': 'drip', 'bytesPerChunk': 10, 'pause': 'PT0.2S'}", 0),
                "nothing to drip");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 200, 0, 0",
        "10, 200, 1, 0",
        "10, 200, 10, 0",
        "10, 200, 11, 1",
        "10, 200, 20, 1",
        "10, 200, 21, 2",
        "1, 200, 1000, 300",
        "1, 10000, 1000, 6",
        "1, 7000, 1000, 8",
        "1, 1, 2147483647, 60000"
    })
    void pausesAreSixtySecondsInAllAtMost(int bytes, long millis, int length, int pauses) {
        assertEquals(pauses, new Wire.Dripped(bytes, Duration.ofMillis(millis)).pauses(length));
    }

    @Test
    void closingBeforeLeavesTheVerbOut() {
        Effect close = effect("{'type': 'closeBefore'}");
        Response none = Effects.instead(close, WRITE).orElseThrow();
        assertEquals(0, none.status());
        assertEquals(new Wire.Closed(), Effects.wire(close, none));
    }

    @Test
    void closingAfterLetsTheVerbRun() {
        Effect close = effect("{'type': 'closeAfter'}");
        assertEquals(Optional.empty(), Effects.instead(close, WRITE));
        assertEquals(new Wire.Closed(), Effects.wire(close, Response.empty(204)));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes, 10, 100, 10",
        "bytes, 0, 100, 0",
        "bytes, 99, 100, 99",
        "bytes, 100, 100, 99",
        "bytes, 2147483647, 100, 99",
        "fraction, 0.25, 100, 25",
        "fraction, 0.999, 100, 99",
        "fraction, 0, 100, 0",
        "fraction, 0.5, 1, 0"
    })
    void aTruncatedBodyLacksItsLastByteAtLeast(String unit, String keep, int length, int sent) {
        assertEquals(
                new Wire.Truncated(sent, false),
                wire("{'type': 'truncatedBody', '" + unit + "': " + keep + "}", length));
    }

    @Test
    void aBodyIsTruncatedToItsHalfUnlessToldOtherwise() {
        assertEquals(new Wire.Truncated(50, false), wire("{'type': 'truncatedBody'}", 101));
        assertEquals(new Wire.Normal(), wire("{'type': 'truncatedBody'}", 0), "nothing to cut");
        assertEquals(new Wire.Truncated(2, true), wire("{'type': 'truncatedBody', 'chunked': true}", 4));
    }

    @Test
    void theAnswerItselfStays() {
        Response reply = body(3);
        for (String effect : List.of(
                "{'type': 'delay', 'duration': 'PT1S'}",
                "{'type': 'drip', 'bytesPerChunk': 1, 'pause': 'PT1S'}",
                "{'type': 'closeAfter'}",
                "{'type': 'closeBefore'}",
                "{'type': 'truncatedBody'}")) {
            assertSame(reply, Effects.transform(effect(effect), reply));
        }
    }

    @Test
    void valuesOutOfRangeMakeNoEffect() {
        assertThrows(IllegalArgumentException.class, () -> new Delay(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Delay(Duration.ofNanos(1_500_000)));
        assertThrows(IllegalArgumentException.class, () -> new Delay(Duration.ofMillis(60_001)));
        assertThrows(IllegalArgumentException.class, () -> new Drip(0, Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> new Drip(1_000_001, Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> new Drip(1, Duration.ofMillis(10_001)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Effect.TruncatedBody(OptionalInt.of(-1), OptionalDouble.empty(), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Effect.TruncatedBody(OptionalInt.empty(), OptionalDouble.of(1), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Effect.TruncatedBody(OptionalInt.empty(), OptionalDouble.of(Double.NaN), false));
    }
}
