package io.alignemulator.bench;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.Filter;
import io.alignemulator.query.QueryDialect;
import io.alignemulator.resource.represent.ResourceShape;
import io.alignemulator.work.Work;
import io.alignemulator.world.Given;
import io.alignemulator.world.Row;
import io.alignemulator.world.Table;
import io.alignemulator.world.World;
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

/** How many rows a second a filter looks at that no order helps, and that takes none of them. */
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

    private Table table;
    private Filter parsed;

    @Setup
    public void fill() {
        Catalogue catalogue = Catalogue.load();
        Resource stories = catalogue.resource("Story");
        List<Row> rows = LongStream.rangeClosed(1, ROWS)
                .mapToObj(id -> {
                    Object[] values = new Object[stories.fields().size()];
                    values[0] = id;
                    values[stories.field("title").position()] = "Sort renewal offers by urgency (" + id + ")";
                    values[stories.field("effortPoints").position()] = id % 13;
                    return Row.of(stories, values);
                })
                .toList();
        table = World.seed(catalogue, Map.of("Story", rows), Given.NOTHING).table(stories);
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
}
