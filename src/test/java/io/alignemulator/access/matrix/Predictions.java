package io.alignemulator.access.matrix;

import io.alignemulator.access.matrix.Rules.Line;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What each of the five verbs answers a persona, in the order in which a call is looked at: address, credential, page, record, the right to change it, values. */
public final class Predictions {

    private final Rules rules;
    private final Persona persona;
    private final NamedRecords names;

    public Predictions(Rules rules, FixtureWorld world, long userId) {
        this.rules = rules;
        this.persona = new Persona(rules, world, userId);
        this.names = new NamedRecords(persona);
    }

    public Persona persona() {
        return persona;
    }

    /** A list, whatever it holds. */
    public Expected list(String resource) {
        return early(persona.opens(resource)).orElse(Expected.content(200));
    }

    /** The ids of the full list. */
    public List<Long> ids(String resource) {
        return persona.world().records(resource).stream()
                .filter(row -> persona.level(resource, row) != Level.NONE && persona.opens(resource, row))
                .map(row -> row.path("id").asLong())
                .toList();
    }

    /** One record; the id may be one that is not there. */
    public Expected get(String resource, long id) {
        return early(persona.opens(resource)).orElseGet(() -> record(resource, id)
                .orElseGet(() -> persona.opens(resource, persona.world().get(resource, id))
                        ? Expected.content(200)
                        : Expected.empty(403)));
    }

    /** A create whose body is fine but for what memberships make of it. */
    public Expected create(String resource, JsonNode body) {
        return early(persona.creates(resource))
                .or(() -> persona.creates(resource, body) ? Optional.empty() : Optional.of(Expected.empty(403)))
                .or(() -> values(resource, body, "create " + noun(resource)))
                .orElse(Expected.content(201));
    }

    /**
     * A replacement or a patch, fine but for what memberships make of it.
     *
     * @param after the record as it would be afterwards
     */
    public Expected update(String resource, long id, JsonNode after) {
        if (rules.any(resource).update().isEmpty()) {
            return Expected.empty(405);
        }
        JsonNode before = persona.world().get(resource, id);
        return early(persona.updates(resource))
                .or(() -> record(resource, id))
                .or(() -> persona.updates(resource, before) && persona.level(resource, before) == Level.WRITE
                        ? Optional.empty()
                        : Optional.of(Expected.empty(403)))
                .or(() -> values(resource, after, "update " + noun(resource) + " with id " + id))
                .orElse(Expected.empty(204));
    }

    private Optional<Expected> early(boolean pageOpen) {
        if (!persona.isActive()) {
            return Optional.of(Expected.empty(401));
        }
        return pageOpen ? Optional.empty() : Optional.of(Expected.empty(403));
    }

    private Optional<Expected> record(String resource, long id) {
        return persona.world()
                        .find(resource, id)
                        .filter(row -> persona.level(resource, row) != Level.NONE)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Expected.notThere(noun(resource), id));
    }

    private Optional<Expected> values(String resource, JsonNode row, String attempt) {
        List<String> outside = names.outOfScope(resource, row);
        if (persona.level(resource, row) != Level.WRITE) {
            // Which of the fields is named that lead to a place where the caller may not write is not known.
            Set<String> any = new LinkedHashSet<>(outside);
            rules.of(resource, row).map(Line::scope).orElse(List.of()).forEach(clause -> any.addAll(clause.fields()));
            return Optional.of(Expected.refused(attempt, any));
        }
        return outside.isEmpty() ? Optional.empty() : Optional.of(Expected.refused(attempt, List.of(outside.get(0))));
    }

    private String noun(String resource) {
        return rules.any(resource).noun();
    }
}
