package io.alignemulator.bench;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.query.Filter;
import io.alignemulator.query.OrderBy;
import io.alignemulator.query.QueryDialect;
import io.alignemulator.resource.represent.ResourceShape;
import io.alignemulator.work.Work;
import io.alignemulator.world.Row;
import io.alignemulator.world.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What a filter costs: to read it, and to ask it of each story of the demo set; and an order, to read it and to sort those stories by it. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueryBenchmark extends MeanOfNine {

    @Param({
        "programId eq 2",
        "contains(tolower(title),'renewal') and effortPoints gt 3",
        "lastUpdatedDate gt 2026-07-01 or (state eq 2 and not startswith(title,'Sort'))"
    })
    String filter;

    @Param({"title", "lastUpdatedDate desc,id"})
    String order;

    private ResourceShape shape;
    private List<Row> rows;
    private Filter parsed;

    @Setup
    public void fill() {
        Catalogue catalogue = Catalogue.load();
        Resource stories = catalogue.resource("Story");
        shape = new ResourceShape(stories);
        Table table = PackedSets.site("demo", catalogue, Instant.EPOCH).world().table(stories);
        rows = table.page(0, table.size());
        parsed = parseFilter();
    }

    @Benchmark
    public Filter parseFilter() {
        return Filter.parse(filter, shape, QueryDialect.DEFAULT);
    }

    @Benchmark
    public int filterStories() {
        Work work = Work.unbounded();
        int found = 0;
        for (Row row : rows) {
            found += parsed.test(row, work) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    public OrderBy parseOrder() {
        return OrderBy.parse(order, shape);
    }

    @Benchmark
    public List<Object[]> sortStories() {
        OrderBy by = parseOrder();
        List<Object[]> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(by.keys(row)));
        keys.sort(by::compare);
        return keys;
    }
}
