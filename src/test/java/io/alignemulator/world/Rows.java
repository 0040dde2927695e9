package io.alignemulator.world;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows and small worlds for tests. */
public final class Rows {

    public static final Catalogue CATALOGUE = Catalogue.load();

    private Rows() {}

    /** A record whose other fields hold what they hold when nobody has set them; members are keys and values in turn. */
    public static Row row(String resource, long id, Object... members) {
        Resource type = CATALOGUE.resource(resource);
        Object[] values = type.fields().stream().map(Field::unset).toArray(Object[]::new);
        values[0] = id;
        return with(Row.of(type, values), members);
    }

    /** The record with other members. */
    public static Row with(Row row, Object... members) {
        Row next = row;
        for (int i = 0; i < members.length; i += 2) {
            next = next.with(row.resource().field((String) members[i]), members[i + 1]);
        }
        return next;
    }

    /** A world made of rows at once. */
    public static World seed(Row... rows) {
        return seed(List.of(rows));
    }

    public static World seed(Iterable<Row> rows) {
        Map<String, List<Row>> byResource = new TreeMap<>();
        rows.forEach(row -> byResource
                .computeIfAbsent(row.resource().name(), name -> new ArrayList<>())
                .add(row));
        return World.seed(CATALOGUE, byResource, Given.NOTHING);
    }

    /** A world made of rows one after another. */
    public static World put(Row... rows) {
        World world = World.empty(CATALOGUE);
        for (Row row : rows) {
            world = world.put(row);
        }
        return world;
    }

    /** A nested object; members are keys and values in turn. */
    public static Map<String, Object> object(Object... members) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put((String) members[i], members[i + 1]);
        }
        return map;
    }

    /** All rows of all tables with all their values, to compare worlds by. */
    public static Map<String, Map<String, Object>> told(World world) {
        Map<String, Map<String, Object>> told = new TreeMap<>();
        for (Resource resource : CATALOGUE.resources()) {
            for (Row row : world.table(resource).rows()) {
                Map<String, Object> values = new TreeMap<>();
                row.resource().fields().forEach(field -> values.put(field.name(), String.valueOf(row.get(field))));
                told.put(row.toString(), values);
            }
        }
        return told;
    }

    /** The resource with other fields. */
    public static Resource withFields(Resource of, List<Field> fields) {
        Map<String, Field> byName = fields.stream().collect(Collectors.toMap(Field::name, field -> field));
        return new Resource(
                of.name(),
                of.ordinal(),
                of.recordsOf(),
                of.routes(),
                of.singular(),
                of.model(),
                of.auditName(),
                of.noun(),
                of.seed(),
                of.verbs(),
                of.subResources(),
                of.idSequence(),
                of.scope(),
                of.access(),
                fields,
                byName,
                byName,
                of.listForm(),
                of.expansions(),
                of.expandedOrder(),
                of.stamps(),
                of.queryKeys(),
                of.brings(),
                of.rules(),
                of.effects(),
                of.ruled());
    }
}
