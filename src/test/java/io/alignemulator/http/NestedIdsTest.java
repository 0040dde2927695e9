package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Elements of nested arrays get their ids from the server. */
@Tag("in-process")
class NestedIdsTest extends BlackBox {

    static Stream<Arguments> numberedArrays() {
        return CATALOGUE.resources().stream()
                .filter(each -> each.isServed() && each.verbs().contains(Verb.UPDATE))
                .flatMap(each -> each.fields().stream()
                        .filter(field -> field.isArray() && field.write() == Write.ALWAYS && hasId(field))
                        .map(field -> Arguments.of(each, field.name())));
    }

    private static boolean hasId(Field field) {
        return field.type().model().stream()
                .flatMap(model -> model.fields().stream())
                .anyMatch(inner -> inner.name().equals("id"));
    }

    @ParameterizedTest
    @MethodSource("numberedArrays")
    @Rule("WRIT-08")
    void everyElementGetsAnIdOfItsOwn(Resource resource, String array) {
        String item = "/" + resource.collection() + "/"
                + client().get("/" + resource.collection()).ids().get(0);
        int before = client().read(item).path(array).size();
        boolean named = resource.field(array).type().model().orElseThrow().fields().stream()
                .anyMatch(inner -> inner.name().equals("name"));
        String add =
                "{\"op\":\"add\",\"path\":\"/" + array + "/-\",\"value\":" + (named ? "{\"name\":\"n\"}" : "{}") + "}";
        client().patch(item, "[" + add + "," + add + "]").expectEmpty(204);
        client().patch(item, "[" + add + "]").expectEmpty(204);
        JsonNode record = client().read(item);
        List<JsonNode> ids =
                record.path(array).valueStream().map(each -> each.path("id")).toList();
        Set<Integer> different = new HashSet<>(ids.stream().map(JsonNode::asInt).toList());
        assertTrue(ids.stream().allMatch(JsonNode::isIntegralNumber), ids::toString);
        assertEquals(before + 3, different.size());
        client().put(item, record.toString()).expectEmpty(204);
        assertEquals(record.path(array), client().read(item).path(array));
    }

    @Test
    @Rule("WRIT-08")
    void whatTheCallNumbersKeepsItsNumber() {
        client().replace(
                        "/Epics/1",
                        "links",
                        "[{\"id\":70,\"name\":\"a\"},{\"name\":\"b\"},{\"id\":null,\"name\":\"c\"}]")
                .expectEmpty(204);
        client().replace("/Features/1", "links", "[{\"name\":\"d\"}]").expectEmpty(204);
        assertEquals(
                List.of(70, 71, 72),
                client().read("/Epics/1").path("links").findValues("id").stream()
                        .map(JsonNode::asInt)
                        .toList());
        assertEquals(
                73, client().read("/Features/1").path("links").get(0).path("id").asInt());
    }

    @Test
    @Rule("WRIT-08")
    void anIdThatWasGivenComesToNothingElse() {
        String added = "[{\"op\":\"add\",\"path\":\"/links/-\",\"value\":{\"name\":\"n\"}}]";
        client().patch("/Epics/2", added).expectEmpty(204);
        JsonNode links = client().read("/Epics/2").path("links");
        int first = links.get(links.size() - 1).path("id").asInt();
        client().patch("/Epics/2", "[{\"op\":\"remove\",\"path\":\"/links/" + (links.size() - 1) + "\"}]")
                .expectEmpty(204);
        client().patch("/Epics/2", added).expectEmpty(204);
        links = client().read("/Epics/2").path("links");
        assertTrue(links.get(links.size() - 1).path("id").asInt() > first, links::toString);
    }

    @Test
    @Rule("WRIT-08")
    void anIdThatTheSiteCameWithComesToNothingElse() {
        long highest = 0;
        String path = "";
        for (int record : client().get("/KeyResults").ids()) {
            JsonNode updates = client().read("/KeyResults/" + record).path("valueUpdates");
            for (int i = 0; i < updates.size(); i++) {
                boolean higher = updates.get(i).path("id").asLong() > highest;
                highest = higher ? updates.get(i).path("id").asLong() : highest;
                path = higher ? "/KeyResults/" + record + "/valueUpdates/" + i : path;
            }
        }
        String item = path.substring(0, path.indexOf("/valueUpdates"));
        client().patch(item, "[{\"op\":\"remove\",\"path\":\"" + path.substring(item.length()) + "\"}]")
                .expectEmpty(204);
        client().patch(item, "[{\"op\":\"add\",\"path\":\"/valueUpdates/-\",\"value\":{\"scoreValue\":1}}]")
                .expectEmpty(204);
        JsonNode updates = client().read(item).path("valueUpdates");
        assertTrue(updates.get(updates.size() - 1).path("id").asLong() > highest, updates::toString);
    }

    @Test
    @Rule("WRIT-08")
    void stepsOfANewProcessFlowCanBeUsedAtOnce() {
        int flow = client().create(
                        "/ValueStreams",
                        "{\"name\":\"Quick\",\"level\":2,\"programIds\":[1],\"processSteps\":[{\"name\":\"Open\",\"mappedStateId\":1},{\"name\":\"Shut\",\"mappedStateId\":5}]}");
        JsonNode steps = client().read("/ValueStreams/" + flow).path("processSteps");
        int step = steps.get(0).path("id").asInt();
        assertEquals(step + 1, steps.get(1).path("id").asInt());
        client().replace("/Features/1", "processStepId", Integer.toString(step)).expectEmpty(204);
        assertEquals(
                step + " - Open",
                client().read("/Features/1").path("processStepName").asString());
    }

    @Test
    @Rule("WRIT-08")
    void everyNestedModelWithAnIdOfItsOwnIsNumbered() {
        List<String> silent = CATALOGUE.resources().stream()
                .filter(Resource::isServed)
                .flatMap(each -> each.fields().stream())
                .filter(field -> field.isArray() && field.write() == Write.ALWAYS && hasId(field))
                .filter(field -> field.type().model().orElseThrow().fields().stream()
                        .noneMatch(inner -> inner.is(Trait.DEFAULT_NEXT)))
                .map(field -> field.type().model().orElseThrow().name())
                .distinct()
                .toList();
        assertEquals(List.of(), silent);
    }
}
