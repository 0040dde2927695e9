package io.alignemulator.bench;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.verbs.DirectCalls;
import io.alignemulator.work.Work;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What a PATCH of a story costs without a server: the body read, the operations, the whole record checked, what follows from the write, and the next world; and a GET of it beside. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PatchBenchmark extends MeanOfNine {

    private static final String STORY = "/Stories/10500";
    private static final long ADMIN = 1;

    /** Operations of the patch. */
    public enum Patch {
        ONE_FIELD("{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"Other\"}"),
        TESTED_FIRST(
                "{\"op\":\"test\",\"path\":\"/id\",\"value\":10500},{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"Other\"}"),
        MOVED("{\"op\":\"replace\",\"path\":\"/featureId\",\"value\":2098}");

        private final String operations;

        Patch(String operations) {
            this.operations = operations;
        }
    }

    @Param
    Patch patch;

    private DirectCalls calls;
    private DirectCalls.Call patching;
    private final DirectCalls.Call getting = new DirectCalls.Call("GET", STORY, Map.of(), "", ADMIN);

    @Setup
    public void fill() {
        calls = new DirectCalls(
                PackedSets.site("demo", Catalogue.load(), Instant.EPOCH).world());
        patching = new DirectCalls.Call("PATCH", STORY, Map.of(), "[" + patch.operations + "]", ADMIN);
        int status = patch().status();
        if (status >= 300) {
            throw new IllegalStateException("answered " + status);
        }
    }

    @Benchmark
    public Response patch() {
        return calls.answer(patching, Work.unbounded());
    }

    @Benchmark
    public Response get() {
        return calls.answer(getting, Work.unbounded());
    }
}
