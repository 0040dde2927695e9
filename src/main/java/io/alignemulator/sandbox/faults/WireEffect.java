package io.alignemulator.sandbox.faults;

import io.alignemulator.resource.call.Response;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An effect on the way an answer goes out, or on whether it does. */
public sealed interface WireEffect extends Effect {

    /**
     * Lets the answer wait. The verb runs at once, so that a client which gives up finds its write applied. The delay is real time, whatever the sandbox's clock does, also
     * when that stands still: it is the client's patience that is tested, and a client waits by its own clock.
     *
     * @param duration positive, whole milliseconds, at most {@link Wire#LONGEST}
     */
    record Delay(Duration duration) implements WireEffect {
        public Delay {
            Range.require(
                    Range.isWithin(duration, Wire.LONGEST),
                    "A delay lasts PT0.001S to " + Wire.LONGEST + ", not " + duration);
        }

        @Override
        public String type() {
            return "delay";
        }

        @Override
        public ObjectNode json() {
            return WireEffect.super.json().put("duration", duration.toString());
        }

        @Override
        public Wire wire(Response reply) {
            return new Wire.Delayed(duration);
        }
    }

    /**
     * Lets the body of the answer trickle. Pauses are real time as with {@link Delay}, and {@link Wire#LONGEST} in all at most.
     *
     * @param bytesPerChunk 1 to {@value #LARGEST_CHUNK}
     * @param pause between two chunks: positive, whole milliseconds, at most {@link #LONGEST_PAUSE}
     */
    record Drip(int bytesPerChunk, Duration pause) implements WireEffect {
        public static final int LARGEST_CHUNK = 1_000_000;
        public static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

        public Drip {
            Range.require(
                    bytesPerChunk >= 1 && bytesPerChunk <= LARGEST_CHUNK,
                    "A chunk has 1 to " + LARGEST_CHUNK + " bytes, not " + bytesPerChunk);
            Range.require(
                    Range.isWithin(pause, LONGEST_PAUSE),
                    "A pause lasts PT0.001S to " + LONGEST_PAUSE + ", not " + pause);
        }

        @Override
        public String type() {
            return "drip";
        }

        @Override
        public ObjectNode json() {
            return WireEffect.super.json().put("bytesPerChunk", bytesPerChunk).put("pause", pause.toString());
        }

        @Override
        public Wire wire(Response reply) {
            return reply.body().length == 0 ? new Wire.Normal() : new Wire.Dripped(bytesPerChunk, pause);
        }
    }

    /** Closes the connection before anything was applied: the verb does not run. Its reply stands for no answer at all; it has the status 0 and is never sent. */
    record CloseBefore() implements WireEffect {
        @Override
        public String type() {
            return "closeBefore";
        }

        @Override
        public Optional<Response> instead(FaultCall call) {
            return Optional.of(Response.empty(0));
        }

        @Override
        public Wire wire(Response reply) {
            return new Wire.Closed();
        }
    }

    /** Closes the connection without an answer after the verb has run: a write is applied and the client cannot know. A GET, which applies nothing, is just closed. */
    record CloseAfter() implements WireEffect {
        @Override
        public String type() {
            return "closeAfter";
        }

        @Override
        public Wire wire(Response reply) {
            return new Wire.Closed();
        }
    }

    /** Sends the beginning of the body only, under the Content-Length of the whole; at least the last byte is missing. A body that is empty goes out as it is. */
    record TruncatedBody(Keep keep) implements WireEffect {

        /** How much of a body is sent. */
        public sealed interface Keep {

            /** At most so many bytes, from 0. */
            record Bytes(int bytes) implements Keep {
                public Bytes {
                    Range.require(bytes >= 0, "Bytes to keep are 0 or more, not " + bytes);
                }
            }

            /** A part of the bytes, rounded down: 0 for none, less than 1. */
            record Fraction(double fraction) implements Keep {
                public Fraction {
                    Range.require(
                            fraction >= 0 && fraction < 1, "A fraction is 0 or more and less than 1, not " + fraction);
                }
            }
        }

        @Override
        public String type() {
            return "truncatedBody";
        }

        @Override
        public ObjectNode json() {
            return keep instanceof Keep.Bytes some
                    ? WireEffect.super.json().put("bytes", some.bytes())
                    : WireEffect.super.json().put("fraction", ((Keep.Fraction) keep).fraction());
        }

        @Override
        public Wire wire(Response reply) {
            int length = reply.body().length;
            return length == 0 ? new Wire.Normal() : new Wire.Truncated(Math.min(kept(length), length - 1));
        }

        private int kept(int length) {
            return keep instanceof Keep.Bytes some ? some.bytes() : (int) (length * ((Keep.Fraction) keep).fraction());
        }
    }
}
