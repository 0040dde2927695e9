package io.alignemulator.resource.represent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.EntityType;
import io.alignemulator.query.Property;
import io.alignemulator.resource.address.Selector;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.Trace;
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

    /** The lead of program 7, who sees one story in a thousand. */
    private static Context leads;

    /** Every program has 100 stories, every feature 10, every release vehicle 50; ids start at 1. */
    @BeforeAll
    static void fillTheSite() {
        Catalogue catalogue = Catalogue.load();
        stories = catalogue.resource("Story");
        Row user = row(catalogue.resource("User"), 1, Map.of("uid", "1", "roleId", 9L));
        Row lead = row(
                catalogue.resource("User"),
                2,
                Map.of("uid", "2", "roleId", 92L, "teams", List.of(Map.of("teamId", 5L, "roleId", 1L))));
        Row role = row(catalogue.resource("SystemRole"), 92, Map.of("view", List.of("Team > Manage > Stories")));
        Row team = row(catalogue.resource("Team"), 5, Map.of("type", 2L, "isActive", 1L, "programId", 7L));
        Row program = row(catalogue.resource("Program"), 7, Map.of("title", "Seven"));
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
        World world = World.seed(
                catalogue,
                Map.of(
                        "User", List.of(user, lead),
                        "SystemRole", List.of(role),
                        "Team", List.of(team),
                        "Program", List.of(program),
                        "Story", rows),
                Given.NOTHING);
        context = context(world, user);
        leads = context(world, lead);
    }

    private static Context context(World world, Row user) {
        return Context.of(world, new Caller(user), Settings.DEFAULTS, Instant.EPOCH, "http://localhost", new Trace());
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
        answers(context, filter, looked, answered);
    }

    @ParameterizedTest(name = "{0} looks at {1} rows and answers {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            title ne null                                           | 100 | 100
            title eq 'no such title'                                | 100 | 0
            programId eq 7                                          | 100 | 100
            programId eq 8                                          | 0   | 0
            featureId eq 7                                          | 10  | 10
            featureId eq 8                                          | 0   | 0
            """)
    void whoSeesOneProgramLooksAtNoOther(String filter, int looked, int answered) {
        answers(leads, filter, looked, answered);
    }

    @ParameterizedTest(name = "{0} looks at {1} rows and answers {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            title eq 'no such title'                                | 4150   | 0
            title eq 'STORY 99999'                                  | 4150   | 1
            title gt 'T'                                            | 4150   | 0
            title ge 'story 9999' and releaseVehicleIds/$count eq 1 | 4250   | 11
            'Story 1000' gt title                                   | 4150   | 3
            title lt 'T'                                            | 100    | 100
            """)
    void whatIsRareIsFoundInAnOrderThatTheTableRemembers(String filter, int atMost, int answered) {
        looked(context, filter, answered);
        int looked = looked(context, filter, answered);
        assertTrue(looked <= atMost, filter + " looks at " + looked);
    }

    @ParameterizedTest(name = "{0} looks at {1} rows and answers {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            contains(title,'no such title')                                 | 4150 | 0
            contains(title,'ORY 99999')                                     | 4150 | 1
            endswith(title,'Y 99999') and contains(title,'s')               | 4150 | 1
            startswith(title,'story 9999') and releaseVehicleIds/$count eq 1 | 4250 | 11
            contains(title,'story')                                         | 100  | 100
            """)
    void whatHoldsARarePartIsFoundInTheTextsThatTheTableRemembers(String filter, int atMost, int answered) {
        looked(context, filter, answered);
        int looked = looked(context, filter, answered);
        assertTrue(looked <= atMost, filter + " looks at " + looked);
    }

    private static void answers(Context context, String filter, int looked, int answered) {
        assertEquals(looked, looked(context, filter, answered));
    }

    /** How many rows are looked at. */
    private static int looked(Context context, String filter, int answered) {
        Set<Object> touched = new HashSet<>();
        Parameters parameters = new Parameters(List.of(new Parameters.Pair("$filter", filter)));
        ListOptions options =
                ListOptions.of(stories, watched(new ResourceShape(stories), touched), parameters, context);
        byte[] answer =
                new Lists(context, stories, Selector.NONE).answer(options).bytes();
        assertEquals(
                answered,
                JsonMapper.shared()
                        .readTree(new String(answer, StandardCharsets.UTF_8))
                        .size());
        return touched.size();
    }

    /** The shape, with a note of every record of which a property is read. */
    private static EntityType watched(EntityType shape, Set<Object> touched) {
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
