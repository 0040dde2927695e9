package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.body.PatchReading;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.represent.ListOptions.View;
import io.alignemulator.resource.represent.Representation;
import io.alignemulator.resource.rules.Candidate;
import io.alignemulator.resource.rules.ElementIds;
import io.alignemulator.resource.rules.Validation;
import io.alignemulator.resource.rules.Violation;
import io.alignemulator.resource.rules.effects.WriteEffects;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.settings.Settings.IgnoredFields;
import io.alignemulator.settings.Settings.PostResponse;
import io.alignemulator.settings.Settings.PutOmitted;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import io.alignemulator.world.nested.NestedIds;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Create, replace, patch and delete of every resource. Each computes the next world and the answer from the present world and touches nothing
 * else, so it can be tried again when another write came first.
 */
public final class Writes {

    /** A write that succeeded: the world it made, and the answer. */
    public record Done(World world, Response reply) {}

    private static final View PLAIN = new View(false, List.of());

    private final Validation validation = new Validation();
    private final WriteEffects effects = new WriteEffects();

    /** {@code POST /{Collection}}. */
    public Done create(Context context, Address at, String body) {
        Resource resource = at.resource();
        context.require(resource, Verb.CREATE);
        Map<Field, JsonNode> sent = SentBody.bind(resource, body, EnumSet.of(Write.ALWAYS, Write.ON_CREATE), context);
        Admission.admit(context, at, Verb.CREATE);
        NewRecords.keepAddress(context, at.selector(), sent);
        NewRecords.keepStart(sent);
        refuseIgnored(context, reason -> ErrorResponse.cannotCreate(resource, reason));
        refuse(validation.tooLong(context, sent), reason -> ErrorResponse.cannotCreate(resource, reason));
        Candidate candidate = Candidate.of(NewRecords.blank(context, resource, at.selector()), sent);
        Row row = ElementIds.given(context, effects.completed(context, null, candidate.row(), candidate.sent()));
        context.requirePage(row, Verb.CREATE);
        refuse(
                validation.check(context, null, candidate.with(row)),
                reason -> ErrorResponse.cannotCreate(resource, reason));
        World next = stored(context, null, row);
        return new Done(
                next,
                created(
                        context.in(next),
                        resource,
                        next.get(row.resource().name(), row.id()).orElseThrow()));
    }

    /** {@code PUT /{Collection}/{id}}: full replacement. */
    public Done replace(Context context, Address at, String body) {
        Resource resource = at.resource();
        long id = at.id();
        context.require(resource, Verb.UPDATE);
        Map<Field, JsonNode> sent = SentBody.bind(records(context, resource), body, EnumSet.of(Write.ALWAYS), context);
        Row stored = Admission.record(context, at, Verb.UPDATE);
        refuseIgnored(context, reason -> ErrorResponse.cannotUpdate(resource, id, reason));
        refuse(validation.tooLong(context, sent), reason -> ErrorResponse.cannotUpdate(resource, id, reason));
        Row base = context.settings().get(Settings.PUT_OMITTED) == PutOmitted.RESET ? reset(stored) : stored;
        World next = update(context, resource, stored, Candidate.of(base, sent));
        int status = context.settings().get(Settings.PUT_STATUS);
        return new Done(
                next,
                status == 204 ? Response.empty(204) : Response.json(status, shown(context.in(next), resource, id)));
    }

    /** {@code PATCH /{Collection}/{id}}: RFC 6902. Read-only fields stay as they are, without a word. */
    public Done patch(Context context, Address at, String body) {
        Resource resource = at.resource();
        long id = at.id();
        context.require(resource, Verb.UPDATE);
        PatchReading patch = SentBody.patch(resource, body, context);
        Row stored = Admission.record(context, at, Verb.UPDATE);
        Map<Field, JsonNode> sent = PatchedFields.of(context, at, stored, patch);
        refuseIgnored(context, reason -> ErrorResponse.cannotUpdate(resource, id, reason));
        refuse(validation.tooLong(context, sent), reason -> ErrorResponse.cannotUpdate(resource, id, reason));
        boolean isIdle = sent.isEmpty() && context.settings().isOn(RuleId.STMP_03);
        return new Done(
                isIdle ? context.world() : update(context, resource, stored, Candidate.of(stored, sent)),
                Response.empty(204));
    }

    /** {@code DELETE /{Collection}/{id}}. */
    public Done delete(Context context, Address at) {
        Row stored = Admission.record(context, at, Verb.DELETE);
        return new Done(withoutBelow(context.world(), stored).remove(stored), Response.empty(204));
    }

    /** The world without the records whose addresses lie below that of another. */
    private static World withoutBelow(World world, Row above) {
        World next = world;
        for (Resource resource : world.catalogue().resources()) {
            for (Route route : resource.routes()) {
                if (route.isBelow(above.resource().name())) {
                    for (Row row : world.table(resource).find(route.above(), above.id())) {
                        next = next.remove(row);
                    }
                }
            }
        }
        return next;
    }

    private World update(Context context, Resource resource, Row stored, Candidate candidate) {
        Row row = ElementIds.given(context, effects.completed(context, stored, candidate.row(), candidate.sent()));
        context.requirePage(row, Verb.UPDATE);
        List<Violation> violations = validation.check(context, stored, candidate.with(row));
        refuse(violations, reason -> ErrorResponse.cannotUpdate(resource, stored.id(), reason));
        return stored(context, stored, row);
    }

    /** The world with the row and with what follows from it for others, each told in its audit log. */
    private World stored(Context context, @Nullable Row before, Row row) {
        World next = NestedIds.remembered(
                before == null
                        ? NewRecords.put(context, row, effects)
                        : context.world().put(row),
                before,
                row);
        Row now = next.get(row.resource().name(), row.id()).orElseThrow();
        if (before != null) {
            next = AuditLog.updated(context, next, before, now);
        }
        if (!effects.reachOthers(row.resource())) {
            return next;
        }
        for (Map.Entry<Row, Row> other :
                effects.carried(context.in(next), before, now).entrySet()) {
            next = stored(context.in(next), other.getKey(), other.getValue());
        }
        return next;
    }

    private static void refuse(List<Violation> violations, Function<String, ErrorResponse> refusal) {
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            throw refusal.apply(first.reason()).because(first.rule(), first.why());
        }
    }

    /** Where a sandbox is set to tell a client that it sends what does nothing; the real site never does. */
    private static void refuseIgnored(Context context, Function<String, ErrorResponse> refusal) {
        Set<String> ignored = context.trace().ignored();
        if (!ignored.isEmpty() && context.settings().get(Settings.IGNORED_FIELDS) == IgnoredFields.REFUSE) {
            String reason = "Sent and ignored: " + String.join(", ", ignored) + ".";
            throw refusal.apply(reason).because(RuleId.EMUL_15, reason);
        }
    }

    /** The resource whose records another serves too. */
    private static Resource records(Context context, Resource resource) {
        return context.world().table(resource).resource();
    }

    /** The stored record with every writable field at its default. */
    private static Row reset(Row stored) {
        Row row = stored;
        for (Field field : stored.resource().fields()) {
            boolean writable = field.write() == Write.ALWAYS && !field.is(Field.Trait.HIDDEN);
            row = writable ? row.with(field, field.unset()) : row;
        }
        return row;
    }

    private static Response created(Context context, Resource resource, Row row) {
        boolean bareId = context.settings().get(Settings.POST_RESPONSE) == PostResponse.ID;
        byte[] body = bareId
                ? Long.toString(row.id()).getBytes(StandardCharsets.US_ASCII)
                : shown(context, resource, row.id());
        Response reply = Response.json(201, body);
        return context.settings().get(Settings.POST_LOCATION)
                ? reply.with("Location", new Representation(context, resource).self(row))
                : reply;
    }

    private static byte[] shown(Context context, Resource resource, long id) {
        return new Representation(context, resource)
                .one(context.world().table(resource).get(id).orElseThrow(), PLAIN);
    }
}
