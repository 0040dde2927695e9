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
import io.alignemulator.resource.represent.Lists;
import io.alignemulator.resource.represent.ResourceShape;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** What a list of 100 epics, 200 KB, would cost compressed: at the server, at the server when each row is remembered in its compressed form, and at the client. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GzipBenchmark extends MeanOfNine {

    private byte[] list;
    private byte[] gzipped;
    private byte[] joined;

    @Setup
    public void fill() throws IOException {
        Catalogue catalogue = Catalogue.load();
        World world = PackedSets.site("demo", catalogue, Instant.EPOCH).world();
        Resource epics = catalogue.resource("Epic");
        Caller admin = new Caller(world.get("User", 1).orElseThrow());
        Context context = Context.of(world, admin, Settings.DEFAULTS, Instant.EPOCH, "http://localhost", new Trace());
        ListOptions options = ListOptions.of(epics, new ResourceShape(epics), new Parameters(List.of()), context);
        list = new Lists(context, epics, Selector.NONE).answer(options).bytes();
        gzipped = compressed();
        // a hundred members of a gzip stream, which clients read as one
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            members.write(gzip(Arrays.copyOfRange(list, i * list.length / 100, (i + 1) * list.length / 100)));
        }
        joined = members.toByteArray();
        System.out.printf("%d bytes, compressed %d, row by row %d%n", list.length, gzipped.length, joined.length);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** What an answer costs that is not compressed: a copy of its bytes. */
    @Benchmark
    public byte[] copied() {
        return list.clone();
    }

    @Benchmark
    public byte[] compressed() throws IOException {
        return gzip(list);
    }

    /** What a server does that remembers each row compressed. */
    @Benchmark
    public byte[] joined() {
        return joined.clone();
    }

    /** The client's part. */
    @Benchmark
    public byte[] read() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(gzipped)).readAllBytes();
    }

    /** The client's part where each row was compressed by itself. */
    @Benchmark
    public byte[] readJoined() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(joined)).readAllBytes();
    }
}
