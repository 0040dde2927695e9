package io.alignemulator.http;

import io.alignemulator.access.matrix.RandomSite;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Queries of lists, at random: values come from the site's records, so that filters meet some. */
final class AccessQueries {

    private final Random random;
    private final RandomSite world;

    AccessQueries(Random random, RandomSite world) {
        this.random = random;
        this.world = world;
    }

    /** One of each kind. */
    List<String> of(Resource resource) {
        String id = Long.toString(any(resource).path("id").asLong());
        return List.of(
                "?expand=true",
                Client.query("id", id, "expand", "true"),
                Client.query("$filter", filter(resource), "expand", "true"),
                Client.query("$filter", filter(resource) + " or " + filter(resource), "$orderby", order(resource)),
                Client.query(
                        "$orderby", order(resource), "$skip", "" + random.nextInt(3), "$top", "2", "expand", "true"));
    }

    private JsonNode any(Resource resource) {
        return pick(world.records(resource));
    }

    private String order(Resource resource) {
        return scalar(resource) + (random.nextBoolean() ? " desc" : "");
    }

    private String scalar(Resource resource) {
        return pick(resource.fields().stream()
                        .filter(field -> field.isPrinted() && field.type().kind() == Kind.INTEGER)
                        .toList())
                .name();
    }

    private String filter(Resource resource) {
        JsonNode row = any(resource);
        Field field = pick(resource.fields().stream()
                .filter(each -> each.isPrinted() && (isNumber(each) || isNumbers(each)))
                .toList());
        JsonNode value = row.path(field.name());
        if (isNumbers(field)) {
            long one = value.isEmpty() ? 1 : value.get(0).asLong();
            return field.name() + "/any(x: x eq " + one + ")";
        }
        String operator = pick(List.of("eq", "ge", "le", "ne"));
        return field.name() + " " + operator + " " + (value.isNumber() ? value.asLong() : 1);
    }

    private static boolean isNumber(Field field) {
        return field.type().kind() == Kind.INTEGER;
    }

    private static boolean isNumbers(Field field) {
        return field.type().items().filter(Kind.INTEGER::equals).isPresent();
    }

    private <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
