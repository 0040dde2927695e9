package io.alignemulator.bench;

import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.resource.address.Selector;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.resource.represent.ListOptions;
import io.alignemulator.resource.represent.ListOptions.View;
import io.alignemulator.resource.represent.Lists;
import io.alignemulator.resource.represent.Representation;
import io.alignemulator.resource.represent.ResourceShape;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What it costs to print a story and a list of 100, as they are, with some fields, and with references expanded; and a story that has changed, whose bytes nobody remembers. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RenderBenchmark extends MeanOfNine {

    /** Options of the query. */
    public enum Form {
        PLAIN("", ""),
        SELECTED("$select", "id,title,state"),
        EXPANDED("expand", "true");

        private final String name;
        private final String value;

        Form(String name, String value) {
            this.name = name;
            this.value = value;
        }

        private Parameters parameters() {
            return new Parameters(name.isEmpty() ? List.of() : List.of(new Parameters.Pair(name, value)));
        }
    }

    @Param
    Form form;

    private Resource stories;
    private Row story;
    private Context context;
    private View view;
    private ListOptions options;
    private long turn;

    @Setup
    public void fill() {
        Catalogue catalogue = Catalogue.load();
        World world = PackedSets.site("demo", catalogue, Instant.EPOCH).world();
        stories = catalogue.resource("Story");
        story = world.get("Story", 10_500).orElseThrow();
        Caller admin = new Caller(world.get("User", 1).orElseThrow());
        context = Context.of(world, admin, Settings.DEFAULTS, Instant.EPOCH, "http://localhost", new Trace());
        view = View.of(stories, form.parameters(), context);
        options = ListOptions.of(stories, new ResourceShape(stories), form.parameters(), context);
    }

    @Benchmark
    public byte[] one() {
        return new Representation(context, stories).one(story, view);
    }

    @Benchmark
    public byte[] changed() {
        Row row = story.with(stories.field("title"), "Title " + turn++);
        return new Representation(context, stories).one(row, view);
    }

    @Benchmark
    public byte[] list() {
        return new Lists(context, stories, Selector.NONE).answer(options).bytes();
    }
}
