package io.alignemulator.resource.represent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.resource.call.Content;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.resource.represent.ListOptions.View;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlainRowsTest {

    private static final View PLAIN = new View(false, List.of());

    private final World world =
            PackedSets.site("demo", Catalogue.load(), Instant.EPOCH).world();

    private Content list(String resource, int count) {
        Context context = Context.of(
                world,
                new Caller(world.get("User", 1).orElseThrow()),
                Settings.DEFAULTS,
                Instant.EPOCH,
                "http://localhost",
                new Trace());
        List<Row> rows = world.table(resource).page(0, count);
        return new Representation(context, world.catalogue().resource(resource)).list(rows, PLAIN);
    }

    @Test
    void aListIsAsLongAsItSaysAndIsJson() {
        for (String resource : List.of("Story", "Epic", "User", "AuditLogEntry")) {
            for (int count : new int[] {0, 1, 2, 30}) {
                Content list = list(resource, count);
                assertFalse(list.isWhole());
                assertEquals(list.length(), list.bytes().length);
                JsonNode read = JsonMapper.shared().readTree(list.bytes());
                assertEquals(Math.min(count, world.table(resource).size()), read.size(), resource);
            }
        }
    }

    @Test
    void whereThereIsNoRoomForAllItsBeginningIsWritten() {
        Content list = list("Story", 3);
        byte[] whole = list.bytes();
        for (int room = 0; room <= whole.length + 1; room++) {
            byte[] begun = list.beginning(room);
            assertArrayEquals(Arrays.copyOf(whole, Math.min(room, whole.length)), begun);
        }
        ByteBuffer larger = ByteBuffer.allocateDirect(whole.length + 7);
        list.put(larger);
        assertEquals(whole.length, larger.position());
    }

    @Test
    void anArrayIsItselfAndItsBeginningIsCut() {
        byte[] bytes = {1, 2, 3};
        Content whole = Content.of(bytes);
        assertEquals(3, whole.length());
        assertEquals(bytes, whole.bytes(), "no copy");
        assertEquals(bytes, whole.beginning(3), "no copy");
        assertArrayEquals(new byte[] {1, 2}, whole.beginning(2));
        ByteBuffer two = ByteBuffer.allocate(2);
        whole.put(two);
        assertArrayEquals(new byte[] {1, 2}, two.array());
    }
}
