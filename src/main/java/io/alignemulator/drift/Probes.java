package io.alignemulator.drift;

import io.alignemulator.shipped.ShippedFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is asked besides lists and records themselves: {@code probes.json}.
 *
 * @param variables of addresses, where no record tells what may stand there
 * @param reads calls that change nothing
 * @param write what is tried on a record of our own
 */
record Probes(Map<String, String> variables, List<Probe> reads, Trial write) {

    private static final String FILE = "probes.json";

    /**
     * A record that is created, tried and taken away.
     *
     * @param resource of which kind it is
     * @param make the body that creates it, with {program}
     * @param created what is expected of that
     * @param steps calls on it, in order
     * @param away calls that may take it away, in order; what is expected of them is not judged
     * @param gone a key and the value by which a record that is still there tells that it is gone
     */
    record Trial(String resource, JsonNode make, Probe created, List<Probe> steps, List<Probe> away, List<Gone> gone) {}

    /** A key and the value that says so. */
    record Gone(String key, int value) {}

    static Probes load() {
        return JsonMapper.shared().readValue(ShippedFile.bytes(Probes.class, FILE), Probes.class);
    }

    /** All sentences that are expected. */
    List<String> sentences() {
        return Stream.of(reads.stream(), Stream.of(write.created()), write.steps().stream())
                .flatMap(each -> each)
                .flatMap(each -> each.sentence().stream())
                .toList();
    }

    List<Probe> ofEach() {
        return reads.stream().filter(Probe::each).toList();
    }

    List<Probe> ofOne() {
        return reads.stream().filter(each -> !each.each()).toList();
    }
}
