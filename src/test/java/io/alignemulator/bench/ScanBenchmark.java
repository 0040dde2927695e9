package io.alignemulator.bench;

import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.Filter;
import io.alignemulator.query.QueryDialect;
import io.alignemulator.resource.address.Selector;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.resource.represent.ListOptions;
import io.alignemulator.resource.represent.Lists;
import io.alignemulator.resource.represent.ResourceShape;
import io.alignemulator.settings.Settings;
import io.alignemulator.work.Work;
import io.alignemulator.world.Given;
import io.alignemulator.world.Row;
import io.alignemulator.world.Table;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A filter that takes none of many rows: how many of them it looks at a second, one by one, and how many rows a second a list comes to in the ways that a list has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 9, time = 1)
public class ScanBenchmark {

    private static final int ROWS = 100_000;

    @Param({"effortPoints gt 1000", "contains(title,'no such title')", "title eq 'no such title'"})
    String filter;

    private Resource stories;
    private Table table;
    private Filter parsed;
    private World world;
    private Row user;

    @Setup
    public void fill() {
        Catalogue catalogue = Catalogue.load();
        stories = catalogue.resource("Story");
        List<Row> rows = LongStream.rangeClosed(1, ROWS)
                .mapToObj(id -> {
                    Object[] values = new Object[stories.fields().size()];
                    values[0] = id;
                    values[stories.field("title").position()] = "Sort renewal offers by urgency (" + id + ")";
                    values[stories.field("effortPoints").position()] = id % 13;
                    return Row.of(stories, values);
                })
                .toList();
        Resource users = catalogue.resource("User");
        Object[] admin = new Object[users.fields().size()];
        admin[0] = 1L;
        admin[users.field("roleId").position()] = 9L;
        user = Row.of(users, admin);
        world = World.seed(catalogue, Map.of("Story", rows, "User", List.of(user)), Given.NOTHING);
        table = world.table(stories);
        parsed = Filter.parse(filter, new ResourceShape(stories), QueryDialect.DEFAULT);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int scan() {
        Work work = Work.unbounded();
        int found = 0;
        for (Row row : table.rows()) {
            found += parsed.test(row, work) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public byte[] list() {
        Context context =
                Context.of(world, new Caller(user), Settings.DEFAULTS, Instant.EPOCH, "http://localhost", new Trace());
        Parameters parameters = new Parameters(List.of(new Parameters.Pair("$filter", filter)));
        return new Lists(context, stories, Selector.NONE)
                .answer(ListOptions.of(stories, new ResourceShape(stories), parameters, context))
                .bytes();
    }
}
