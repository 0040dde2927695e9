package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.query.Shape;
import io.alignemulator.resource.address.Selector;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.represent.EditMeta;
import io.alignemulator.resource.represent.ListOptions;
import io.alignemulator.resource.represent.Lists;
import io.alignemulator.resource.represent.Paging;
import io.alignemulator.resource.represent.Representation;
import io.alignemulator.resource.represent.ResourceShape;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What can be read of any resource: its list, one record, and what hangs below a record. The writing half is {@link Writes}. */
public final class Verbs {

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    public Verbs(Catalogue catalogue) {
        catalogue.resources().forEach(resource -> shapes.put(resource.name(), new ResourceShape(resource)));
    }

    /** {@code GET /{Collection}}: a bare array. */
    public Response list(Context context, Resource resource, Selector selector, Parameters parameters) {
        context.require(resource, Verb.READ);
        selector.requireParent(context, Verb.READ);
        Shape shape = Objects.requireNonNull(shapes.get(resource.name()));
        ListOptions options = ListOptions.of(resource, shape, parameters, context);
        return Response.json(200, new Lists(context, resource, selector).answer(options));
    }

    /** {@code GET /{Collection}/{id}}: a bare object. */
    public Response get(Context context, Resource resource, Selector selector, long id, Parameters parameters) {
        Row row = record(context, resource, selector, id, Verb.READ);
        ListOptions.View view = view(context, resource, parameters);
        return Response.json(200, new Representation(context, resource).one(row, view));
    }

    /** {@code GET /Users/whoami}: the caller's own record, for every role. */
    public Response whoami(Context context, Resource users, Parameters parameters) {
        return Response.json(
                200, new Representation(context, users).one(context.caller().user(), view(context, users, parameters)));
    }

    /** {@code GET /{Collection}/{id}/editmeta}: the custom fields of the record's kind. */
    public Response editMeta(Context context, Resource resource, long id) {
        Row row = record(context, resource, Selector.NONE, id, Verb.READ);
        return Response.json(200, EditMeta.of(context.world(), row));
    }

    /** {@code GET /{Collection}/{id}/auditlog}: what happened to the record. */
    public Response auditLog(Context context, Resource resource, long id, Parameters parameters) {
        Row row = record(context, resource, Selector.NONE, id, Verb.READ);
        return Response.json(
                200,
                AuditLog.of(
                        context.world(),
                        row,
                        context.settings().get(Settings.DATE_FORMAT),
                        Paging.of(resource, parameters, context)));
    }

    /** The record, which has to be there and below the given parent, and with which the caller may do that. */
    static Row record(Context context, Resource resource, Selector selector, long id, Verb verb) {
        context.require(resource, verb);
        selector.requireParent(context, verb);
        Row row = context.world()
                .table(resource)
                .get(id)
                .filter(selector::matches)
                .orElseThrow(() -> ErrorResponse.notFound(resource, id));
        context.require(row, resource, verb);
        return row;
    }

    private static ListOptions.View view(Context context, Resource resource, Parameters parameters) {
        return ListOptions.View.of(resource, parameters, context.settings());
    }
}
