package io.alignemulator.bench;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Given;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** What a test pays for a clean site: reset, fork, snapshot and restore, by the number of records; a write before each, so that there is something to undo. */
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SandboxBenchmark {

    @Param({"1000", "100000", "1000000"})
    int records;

    private Sandboxes sandboxes;
    private Sandbox sandbox;
    private Resource regions;

    @Setup
    public void fill() {
        Catalogue catalogue = Catalogue.load();
        Resource stories = catalogue.resource("Story");
        regions = catalogue.resource("Region");
        List<Row> rows = LongStream.rangeClosed(1, records)
                .mapToObj(id -> row(stories, id, "title", "Story " + id))
                .toList();
        World world = World.seed(catalogue, Map.of("Story", rows), Given.NOTHING);
        Tokens tokens = Tokens.of(Map.of("user:1|super-admin", 1L, "user:2|portfolio-manager", 2L));
        sandboxes = new Sandboxes(new Baseline(new SiteContent(world, tokens, Settings.DEFAULTS), Clock.system()));
        sandbox = sandboxes.main();
        sandbox.keep("kept");
    }

    @Setup(Level.Iteration)
    public void forgetForks() {
        sandboxes.all().forEach(each -> sandboxes.remove(each.name()));
    }

    private static Row row(Resource resource, long id, String field, Object value) {
        Object[] values = new Object[resource.fields().size()];
        values[0] = id;
        values[resource.field(field).position()] = value;
        return Row.of(resource, values);
    }

    private void write() {
        sandbox.write(world ->
                new Sandbox.Written<>(world.put(row(regions, world.nextId(regions), "name", "North")), Boolean.TRUE));
    }

    /** What the others contain besides. */
    @Benchmark
    public void write_alone() {
        sandbox.restore(sandbox.seed());
        write();
    }

    @Benchmark
    public void reset() {
        write();
        sandbox.reset();
    }

    @Benchmark
    public Object fork() {
        sandbox.restore(sandbox.seed());
        write();
        Optional<Sandbox> forked =
                sandboxes.create("fork", new Baseline(sandbox.state().content(), sandbox.clock()), Optional.empty());
        sandboxes.remove("fork");
        return forked;
    }

    @Benchmark
    public Object snapshot() {
        sandbox.restore(sandbox.seed());
        write();
        return sandbox.keep("s");
    }

    @Benchmark
    public void restore() {
        write();
        sandbox.restore(sandbox.seed());
    }
}
