package io.alignemulator.access.matrix;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.catalogue.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small site in which everything may refer to anything. An id is that of one record only, whatever its resource, so that a record inside an answer can be told by its id.
 * User 1 is a super administrator, the personas are the other users.
 */
public final class RandomSite {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long SUPER_ADMIN_ROLE = 9;
    private static final List<String> PARENTS = List.of("themeId", "epicId", "capabilityId", "featureId");

    /** How many records there are of what decides or depends on the rest; three of everything else. */
    private static final Map<String, Integer> COUNTS = Map.of(
            "Portfolio",
            3,
            "Program",
            7,
            "Team",
            10,
            "Objective",
            10,
            "Feature",
            6,
            "Story",
            6,
            "Risk",
            7,
            "WorkItemMilestone",
            8,
            "User",
            5);

    private final Random random;
    private final RandomRoles roles;
    private final Catalogue catalogue = FixtureWorld.catalogue();
    private final Map<String, List<Long>> ids = new HashMap<>();
    private final Map<Long, Resource> kinds = new HashMap<>();
    private final Map<String, ArrayNode> files = new TreeMap<>();

    public RandomSite(long seed) {
        random = new Random(seed);
        roles = new RandomRoles(random);
        for (Resource resource : catalogue.resources()) {
            if (resource.recordsOf().equals(resource.name()) && resource.isServed()) {
                List<Long> own = ids(resource);
                ids.put(resource.name(), own);
                own.forEach(id -> kinds.put(id, resource));
            }
        }
        ids.forEach((name, own) -> {
            ArrayNode records = JSON.arrayNode();
            own.forEach(id -> records.add(record(catalogue.resource(name), id)));
            files.put(FixtureWorld.fileOf(catalogue.resource(name)), records);
        });
        ArrayNode tokens = files.computeIfAbsent("_tokens", name -> JSON.arrayNode());
        ids.get("User").forEach(id -> tokens.addObject().put("token", token(id)).put("userId", id));
    }

    private List<Long> ids(Resource resource) {
        if (resource.name().equals("SystemRole")) {
            return List.of(SUPER_ADMIN_ROLE, 91L, 92L, 93L, 94L);
        }
        List<Long> own = new ArrayList<>(resource.name().equals("User") ? List.of(1L) : List.of());
        long first = 100L * (resource.ordinal() + 1);
        int count = COUNTS.getOrDefault(resource.name(), 3);
        for (int i = own.size(); i < count; i++) {
            own.add(first + i);
        }
        return own;
    }

    /** The users but for the super administrator. */
    public List<Long> personas() {
        return ids.get("User").stream().filter(id -> id != 1).toList();
    }

    public static String token(long user) {
        return "user:" + user + "|any";
    }

    /** The resource of the record that has this id. */
    public Optional<Resource> kind(long id) {
        return Optional.ofNullable(kinds.get(id));
    }

    /** The records of each resource. */
    public List<JsonNode> records(Resource resource) {
        return files.get(FixtureWorld.fileOf(catalogue.resource(resource.recordsOf())))
                .valueStream()
                .toList();
    }

    Map<String, ArrayNode> files() {
        return files;
    }

    /** Writes the fixture files into an empty folder. */
    public void write(Path folder) {
        try {
            for (Map.Entry<String, ArrayNode> file : files.entrySet()) {
                Files.writeString(
                        folder.resolve(file.getKey() + ".json"), file.getValue().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode record(Resource resource, long id) {
        ObjectNode record = JSON.objectNode().put("id", id);
        for (Field field : resource.fields()) {
            if (!field.name().equals("id") && field.derived().isEmpty()) {
                value(resource, field, record).ifPresent(value -> record.set(field.name(), value));
            }
        }
        special(resource, record);
        return record;
    }

    private void special(Resource resource, ObjectNode record) {
        switch (resource.name()) {
            case "SystemRole" -> roles.toggle(record);
            case "Team" -> record.put("type", 1 + random.nextInt(5)).put("isActive", random.nextInt(6) > 0 ? 1 : 0);
            case "User" -> user(record);
            case "ConnectorProject" ->
                record.put("projectKey", "projectKey" + record.path("id").asLong());
            case "ValueStream" ->
                record.putArray("processSteps")
                        .addObject()
                        .put("id", step(record))
                        .put("name", "Step");
            case "WorkItemMilestone" -> {
                String kept = PARENTS.get(random.nextInt(PARENTS.size()));
                PARENTS.stream().filter(name -> !name.equals(kept)).forEach(record::remove);
            }
            default -> {}
        }
    }

    private void user(ObjectNode user) {
        long id = user.path("id").asLong();
        user.put("email", "user" + id + "@example.com").put("isLocked", 0);
        user.put("roleId", id == 1 ? SUPER_ADMIN_ROLE : 91 + id % 4);
        ArrayNode teams = user.putArray("teams");
        distinct(ids.get("Team"), random.nextInt(4))
                .forEach(team -> teams.addObject().put("teamId", team).put("roleId", 3));
    }

    /** The one step of a value stream. */
    private static long step(JsonNode stream) {
        return 100_000 + stream.path("id").asLong();
    }

    private Optional<JsonNode> value(Resource resource, Field field, ObjectNode record) {
        if (field.is(Trait.WRITE_ONLY)) {
            return Optional.empty();
        }
        boolean needed = isNeeded(resource, field);
        if (field.reference().isPresent()) {
            return needed || random.nextInt(3) > 0 ? reference(field, record) : Optional.empty();
        }
        if (field.write() == Write.NEVER) {
            return Optional.empty();
        }
        if (!field.allowed().isEmpty()) {
            Object any = field.allowed().get(random.nextInt(field.allowed().size()));
            return needed ? Optional.of(JsonMapper.shared().valueToTree(any)) : Optional.empty();
        }
        if (needed && field.name().equals("parentType")) {
            return Optional.of(JSON.numberNode(44));
        }
        if (field.name().equals("riskType")) {
            return Optional.of(JSON.numberNode(1 + random.nextInt(5)));
        }
        return needed ? Optional.of(plain(field, record)) : Optional.empty();
    }

    private static boolean isNeeded(Resource resource, Field field) {
        boolean mayBeMissing = field.nullable() || field.isArray() || field.unset() != null || field.startsAtATime();
        return field.is(Trait.REQUIRED) || !mayBeMissing || isInAddress(resource, field);
    }

    private static boolean isInAddress(Resource resource, Field field) {
        return resource.routes().stream().anyMatch(route -> route.path().contains("{" + field.name() + "}"));
    }

    private static JsonNode plain(Field field, ObjectNode record) {
        return field.type().kind() == Kind.STRING
                ? JSON.stringNode(field.name() + record.path("id").asLong())
                : JSON.numberNode(1);
    }

    private Optional<JsonNode> reference(Field field, ObjectNode record) {
        Reference reference = field.reference().orElseThrow();
        List<JsonNode> choice = reference.targets().stream()
                .filter(target -> reference
                        .chosenBy()
                        .map(by -> target.resource()
                                .equals(by.resources()
                                        .get(record.path(by.field())
                                                .asLong(by.resources()
                                                        .keySet()
                                                        .iterator()
                                                        .next()))))
                        .orElse(true))
                .flatMap(this::values)
                .toList();
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                field.isArray()
                        ? JSON.arrayNode().addAll(distinct(choice, random.nextInt(3)))
                        : choice.get(random.nextInt(choice.size())));
    }

    private Stream<JsonNode> values(Target target) {
        Stream<Long> named = ids.getOrDefault(target.resource(), List.of()).stream();
        return switch (target.path()) {
            case "id" -> named.map(JSON::numberNode);
            case "uid" -> named.map(id -> JSON.stringNode(Long.toString(id)));
            case "projectKey" -> named.map(id -> JSON.stringNode("projectKey" + id));
            default -> named.map(id -> JSON.numberNode(100_000 + id));
        };
    }

    private <T> List<T> distinct(List<T> choice, int count) {
        List<T> left = new ArrayList<>(choice);
        List<T> taken = new ArrayList<>();
        while (taken.size() < count && !left.isEmpty()) {
            taken.add(left.remove(random.nextInt(left.size())));
        }
        return taken;
    }
}
