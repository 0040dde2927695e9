package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Process steps and states, on all five levels that have a flow. */
@Tag("in-process")
class StepAndStateTest extends BlackBox {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The resources whose step and state go together, in the order of the catalogue. */
    static Stream<Resource> levels() {
        return CATALOGUE.resources().stream().filter(resource -> resource.effects().stream()
                .anyMatch(effect -> effect.kind().equals("stepAndState")));
    }

    @Test
    @Rule("LIFE-01")
    void themesEpicsCapabilitiesFeaturesAndStoriesHaveSteps() {
        assertEquals(
                List.of("Capability", "Epic", "Feature", "Story", "Theme"),
                levels().map(Resource::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    @Rule("LIFE-01")
    void aNewStepMovesTheStateAndANewStateTheStep(Resource resource) {
        List<Long> states = states(resource);
        Long last = states.get(states.size() - 1);
        int[] steps = flow(level(resource), 1, 1, states.get(1), states.get(1), last);
        String item = create(resource, steps[0], null);
        assertHolds(resource, item, states.get(1), steps[0]);
        client().replace(item, "state", String.valueOf(last)).expect(204);
        assertHolds(resource, item, last, steps[2]);
        client().replace(item, "processStepId", String.valueOf(steps[1])).expect(204);
        assertHolds(resource, item, states.get(1), steps[1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    @Rule("LIFE-01")
    void aStateThatNoStepMapsToTakesTheLastStepBefore(Resource resource) {
        List<Long> states = states(resource);
        int[] steps = flow(level(resource), 1, 1, states.get(1), states.get(1));
        String item = create(resource, steps[0], null);
        Long unmapped = states.get(2);
        client().replace(item, "state", String.valueOf(unmapped)).expect(204);
        assertHolds(resource, item, unmapped, steps[1]);
        client().replace(item, "state", String.valueOf(states.get(0))).expect(204);
        assertHolds(resource, item, states.get(0), steps[0]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    @Rule("LIFE-01")
    void whatACallSendsForBothStaysAsSent(Resource resource) {
        List<Long> states = states(resource);
        int[] steps = flow(level(resource), 1, 1, states.get(0), states.get(1));
        String item = create(resource, steps[1], states.get(0));
        assertHolds(resource, item, states.get(0), steps[1]);
        String both =
                "[{\"op\":\"replace\",\"path\":\"/state\",\"value\":%d},{\"op\":\"replace\",\"path\":\"/processStepId\",\"value\":%d}]";
        client().patch(item, both.formatted(states.get(1), steps[0])).expect(204);
        assertHolds(resource, item, states.get(1), steps[0]);
        client().patch(item, both.formatted(states.get(0), steps[0])).expect(204);
        assertHolds(resource, item, states.get(0), steps[0]);
        client().patch(item, both.formatted(states.get(0), steps[1])).expect(204);
        assertHolds(resource, item, states.get(0), steps[1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    @Rule("LIFE-01")
    void aFlowThatMapsNothingMovesNothing(Resource resource) {
        List<Long> states = states(resource);
        int[] steps = flow(level(resource), 1, 0, states.get(0), states.get(1));
        String item = create(resource, steps[1], null);
        Object first = Objects.requireNonNull(resource.field("state").fallback());
        assertHolds(resource, item, (Long) first, steps[1]);
        client().replace(item, "state", String.valueOf(states.get(2))).expect(204);
        assertHolds(resource, item, states.get(2), steps[1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    @Rule("LIFE-01")
    void aRecordWithoutAStepStaysWithoutOne(Resource resource) {
        flow(level(resource), 1, 1, states(resource).get(0));
        String item = create(resource, null, null);
        client().replace(item, "state", String.valueOf(states(resource).get(1))).expect(204);
        assertEquals("null", client().read(item).path("processStepId").toString());
    }

    @Test
    @Rule({"LIFE-01", "STMP-02"})
    void aStateThatAStepMovesIsStamped() {
        client().replace("/Epics/2", "processStepId", "92").expect(204);
        JsonNode epic = client().read("/Epics/2");
        assertEquals(2, epic.path("state").asInt());
        assertEquals("1", epic.path("inProgressBy").asString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    @Rule("LIFE-02")
    void aStepBelongsToAFlowOfTheLevelAndOfAProgram(Resource resource) {
        List<Long> states = states(resource);
        int level = level(resource);
        int own = flow(level, 1, 1, states.get(1))[0];
        int otherProgram = flow(level, 72, 1, states.get(1))[0];
        int otherLevel = flow(level % 5 + 1, 1, 1, 1L)[0];
        String item = create(resource, own, null);
        for (String field : List.of("processStepId", "additionalProcessStepIds")) {
            if (resource.has(field)) {
                boolean many = resource.field(field).isArray();
                for (int step : new int[] {otherProgram, otherLevel}) {
                    client().replace(item, field, many ? "[" + own + "," + step + "]" : "" + step)
                            .expectSentence(400, refusal(resource, item, field));
                }
                client().replace(item, field, many ? "[" + own + "]" : "" + own).expect(204);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    @Rule("LIFE-02")
    void aStepMapsToAStateThatTheLevelHas(Resource resource) {
        client().post(
                        "/ValueStreams",
                        valueStream(level(resource), 1, 1, List.of(17L)).toString())
                .expectSentence(400, "Cannot create Value Stream. Value for processSteps is invalid.");
        client().create(
                        "/ValueStreams",
                        valueStream(level(resource), 1, 1, states(resource)).toString());
    }

    @Test
    @Rule("LIFE-17")
    void aLimitOfWorkInProgressNeverRefuses() {
        ObjectNode flow = valueStream(2, 1, 1, List.of(2L));
        ((ObjectNode) flow.path("processSteps").get(0))
                .putArray("processStepWipLimits")
                .addObject()
                .put("programId", 1)
                .put("wipLimit", 1);
        int step = steps(client().create("/ValueStreams", flow.toString()))[0];
        for (int i = 0; i < 3; i++) {
            client().post("/Features", "{\"title\":\"f\",\"primaryProgramId\":1,\"processStepId\":" + step + "}")
                    .expect(201);
        }
        for (String limited : List.of("/Features/1", "/Features/2")) {
            client().replace(limited, "processStepId", String.valueOf(step)).expect(204);
        }
        assertEquals(
                5,
                client().read("/Features?$filter=processStepId%20eq%20" + step).size());
    }

    private String create(Resource resource, Integer step, Long state) {
        ObjectNode body = new Bodies(client()).minimal(resource);
        if (resource.has("programIds")) {
            body.putArray("programIds").add(1);
        }
        if (step != null) {
            body.put("processStepId", step);
        }
        if (state != null) {
            body.put("state", state);
        }
        return "/" + resource.collection() + "/" + client().create("/" + resource.collection(), body.toString());
    }

    private void assertHolds(Resource resource, String item, Long state, int step) {
        JsonNode is = client().read(item);
        assertEquals(
                state + " in step " + step,
                is.path("state").asInt() + " in step "
                        + is.path("processStepId").asInt(),
                resource.name());
    }

    /** A flow whose steps stand for these states; the ids of its steps. */
    private int[] flow(int level, int program, int mapped, Long... states) {
        return steps(client().create(
                        "/ValueStreams",
                        valueStream(level, program, mapped, List.of(states)).toString()));
    }

    private int[] steps(int flow) {
        return client().read("/ValueStreams/" + flow)
                .path("processSteps")
                .valueStream()
                .mapToInt(step -> step.path("id").asInt())
                .toArray();
    }

    private ObjectNode valueStream(int level, int program, int mapped, List<Long> states) {
        ObjectNode flow =
                JSON.createObjectNode().put("name", "f").put("level", level).put("mapToState", mapped);
        flow.putArray("programIds").add(program);
        ArrayNode steps = flow.putArray("processSteps");
        int next = 9000 + 10 * client().read("/ValueStreams").size();
        for (Long state : states) {
            steps.addObject()
                    .put("id", ++next)
                    .put("name", "s" + next)
                    .put("sortOrder", next)
                    .put("isActive", 1)
                    .put("mappedStateId", state);
        }
        return flow;
    }

    private static List<Long> states(Resource resource) {
        return new ArrayList<>(
                resource.field("state").allowed().stream().map(Long.class::cast).toList());
    }

    /** The level of a flow of that resource, by its label. */
    private static int level(Resource resource) {
        return CATALOGUE.resource("ValueStream").field("level").labels().entrySet().stream()
                .filter(label -> label.getValue().equals(resource.name()))
                .mapToInt(label -> Integer.parseInt(label.getKey()))
                .findFirst()
                .orElseThrow();
    }

    private static String refusal(Resource resource, String item, String field) {
        return "Cannot update " + resource.noun().one() + " with id " + item.replaceAll(".*/", "") + ". Value for "
                + field + " is invalid.";
    }
}
