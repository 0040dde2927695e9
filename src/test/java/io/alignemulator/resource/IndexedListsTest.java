package io.alignemulator.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.Property;
import io.alignemulator.query.Shape;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Given;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A filter on an indexed field of a large collection looks at the rows that the index names and at no other. */
class IndexedListsTest {

    private static final int STORIES = 100_000;

    private static Resource stories;
    private static Context context;

    /** Every program has 100 stories, every feature 10, every release vehicle 50; ids start at 1. */
    @BeforeAll
    static void fillTheSite() {
        Catalogue catalogue = Catalogue.load();
        stories = catalogue.resource("Story");
        Row user = row(catalogue.resource("User"), 1, Map.of("uid", "1"));
        List<Row> rows = LongStream.rangeClosed(1, STORIES)
                .mapToObj(id -> row(
                        stories,
                        id,
                        Map.of(
                                "title",
                                "Story " + id,
                                "programId",
                                id % 1_000,
                                "featureId",
                                id % 10_000,
                                "releaseVehicleIds",
                                List.of(id % 2_000))))
                .toList();
        World world = World.seed(catalogue, Map.of("User", List.of(user), "Story", rows), Given.NOTHING);
        context = new Context(world, new Caller(user), Settings.DEFAULTS, Instant.EPOCH, "http://localhost");
    }

    private static Row row(Resource resource, long id, Map<String, Object> values) {
        Object[] all = new Object[resource.fields().size()];
        values.forEach((field, value) -> all[resource.field(field).position()] = value);
        all[0] = id;
        return Row.of(resource, all);
    }

    @ParameterizedTest(name = "{0} looks at {1} rows and answers {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            id eq 77                                                | 1      | 1
            programId eq 7                                          | 100    | 100
            programId eq 7 and featureId eq 7                       | 10     | 10
            programId eq 7 and title eq 'Story 1007'                | 100    | 1
            featureId eq 7 or featureId eq 8 or featureId eq 9      | 30     | 30
            releaseVehicleIds/any(v: v eq 3)                        | 50     | 50
            programId eq 5000                                       | 0      | 0
            programId eq 7 or title eq 'no such title'              | 99007  | 100
            title eq 'no such title'                                | 100000 | 0
            not (programId eq 7)                                    | 101    | 100
            """)
    void onlyCandidatesOfTheIndexAreLookedAt(String filter, int looked, int answered) {
        Set<Object> touched = new HashSet<>();
        Parameters parameters = new Parameters(List.of(new Parameters.Pair("$filter", filter)));
        ListOptions options =
                ListOptions.of(stories, watched(new ResourceShape(stories), touched), parameters, context.settings());
        byte[] answer = new Lists(context, stories, Selector.NONE).answer(options);
        assertEquals(
                answered,
                JsonMapper.shared()
                        .readTree(new String(answer, StandardCharsets.UTF_8))
                        .size());
        assertEquals(looked, touched.size());
    }

    /** The shape, with a note of every record of which a property is read. */
    private static Shape watched(Shape shape, Set<Object> touched) {
        return name -> shape.property(name)
                .map(property -> new Property(
                        property.name(),
                        property.type(),
                        record -> {
                            touched.add(((Row) record).id());
                            return property.reader().apply(record);
                        },
                        property.elementType(),
                        property.shape()));
    }
}
