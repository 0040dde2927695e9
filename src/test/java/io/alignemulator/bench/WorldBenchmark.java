package io.alignemulator.bench;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** What a world of the demo set costs: a row by id, rows by what they name, a page, and worlds with a row more, another or one less, with indexes and computed fields. */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WorldBenchmark extends MeanOfNine {

    private static final int PAGE = 100;

    private World world;
    private Resource stories;
    private Row story;
    private Row renamed;
    private Row moved;
    private Row another;

    @Setup
    public void fill() {
        Catalogue catalogue = Catalogue.load();
        world = PackedSets.site("demo", catalogue, Instant.EPOCH).world();
        stories = catalogue.resource("Story");
        story = world.get("Story", 10_500).orElseThrow();
        renamed = story.with(stories.field("title"), "Another title");
        moved = story.with(stories.field("featureId"), 2_001L);
        another = story.with(stories.field("id"), world.nextId(stories));
    }

    @Benchmark
    public Optional<Row> get() {
        return world.get("Story", story.id());
    }

    @Benchmark
    public List<Row> find() {
        return world.table(stories).find("programId", 2L);
    }

    @Benchmark
    public List<Row> page() {
        return world.table(stories).page(500, PAGE);
    }

    @Benchmark
    public World put() {
        return world.put(renamed);
    }

    /** To another feature: what both of them compute of their stories is computed anew. */
    @Benchmark
    public World move() {
        return world.put(moved);
    }

    @Benchmark
    public World add() {
        return world.put(another);
    }

    @Benchmark
    public World remove() {
        return world.remove(story);
    }
}
