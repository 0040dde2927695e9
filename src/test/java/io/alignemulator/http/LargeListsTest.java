package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders of more records than are sorted for each call. */
@Tag("in-process")
class LargeListsTest extends BlackBox {

    private static final int MANY = 1_500;

    private record Named(long id, String name) {}

    @Test
    @Rule({"LIST-12", "LIST-18"})
    void anOrderStaysTrueWhatIsWritten() {
        Random random = new Random(5);
        String regions = IntStream.range(0, MANY)
                .mapToObj(i -> "{\"id\":%d,\"name\":\"%s %d\"}"
                        .formatted(1_000 + i, random.nextBoolean() ? "Region" : "region", random.nextInt(400)))
                .collect(Collectors.joining(","));
        control("POST", "/import", "{\"fixtures\":{\"Regions\":[" + regions + "]}}")
                .expect(200);
        assertOrdered();
        client().put("/Regions/1100", "{\"name\":\"AAA\"}").expect(204);
        client().put("/Regions/1101", "{\"name\":\"zzz\"}").expect(204);
        client().post("/Regions", "{\"name\":\"region 200\"}").expect(201);
        assertOrdered();
        client().put("/Regions/1100", "{\"name\":\"region 7\"}").expect(204);
        assertOrdered();
        assertEquals(200, control("GET", "/integrity", "").status());
    }

    private void assertOrdered() {
        List<Named> all = new ArrayList<>();
        for (int skip = 0; skip < 2_000; skip += 100) {
            all.addAll(page("$skip=" + skip));
        }
        Comparator<Named> byName = Comparator.comparing(each -> each.name().toLowerCase(java.util.Locale.ROOT));
        Comparator<Named> byId = Comparator.comparingLong(Named::id);
        List<Named> up = all.stream().sorted(byName.thenComparing(byId)).toList();
        List<Named> down =
                all.stream().sorted(byName.reversed().thenComparing(byId)).toList();
        assertEquals(up.subList(0, 100), page("$orderby=name"));
        assertEquals(up.subList(730, 830), page("$orderby=name&$skip=730"));
        assertEquals(down.subList(0, 10), page("$orderby=name%20desc&$top=10"));
        assertEquals(
                up.stream().filter(each -> each.name().endsWith("7")).limit(100).toList(),
                page("$orderby=name&$filter=endswith(name,'7')"));
        assertEquals(List.of(), page("$orderby=name&$skip=5000"));
    }

    private List<Named> page(String query) {
        JsonNode rows =
                client().get("/Regions?$select=id,name&" + query).expect(200).json();
        return rows.valueStream()
                .map(row -> new Named(row.path("id").asLong(), row.path("name").asString()))
                .toList();
    }
}
