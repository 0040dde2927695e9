package io.alignemulator.resource.call;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Trace ids of problem documents, in the form of the W3C trace context that the framework prints. */
final class TraceIds {

    private TraceIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()) + "-"
                + hex.toHexDigits(random.nextLong()) + "-00";
    }
}
