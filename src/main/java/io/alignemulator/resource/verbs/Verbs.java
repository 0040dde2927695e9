package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.query.EntityType;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.address.Selector;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.represent.EditMeta;
import io.alignemulator.resource.represent.ListOptions;
import io.alignemulator.resource.represent.Lists;
import io.alignemulator.resource.represent.Paging;
import io.alignemulator.resource.represent.Representation;
import io.alignemulator.resource.represent.ResourceShape;
import io.alignemulator.resource.represent.RuledShape;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What can be read of any resource: its list, one record, and what hangs below a record. The writing half is {@link Writes}. */
public final class Verbs {

    /** By resource, each made when its list is asked for. */
    private final ConcurrentMap<String, EntityType> shapes = new ConcurrentHashMap<>();

    /** {@code GET /{Collection}}: a bare array. */
    public Response list(Context context, Address at, Parameters parameters) {
        Admission.admit(context, at, Verb.READ);
        Resource resource = at.resource();
        EntityType shape = shapes.computeIfAbsent(resource.name(), name -> new ResourceShape(resource));
        ListOptions options = ListOptions.of(resource, RuledShape.of(context, resource, shape), parameters, context);
        Selector selector = at.selector().asked(resource, parameters, context.settings());
        return Response.json(200, new Lists(context, resource, selector).answer(options));
    }

    /** {@code GET /{Collection}/{id}}, and {@code /Users/whoami}: a bare object. */
    public Response get(Context context, Address at, Parameters parameters) {
        Row row = Admission.record(context, at, Verb.READ);
        ListOptions.View view = ListOptions.View.of(at.resource(), parameters, context);
        return Response.json(200, new Representation(context, at.resource()).one(row, view));
    }

    /** {@code GET /{Collection}/{id}/editmeta}: the custom fields of the record's kind. */
    public Response editMeta(Context context, Address at) {
        Row row = Admission.record(context, at, Verb.READ);
        return Response.json(200, EditMeta.of(context.world(), row));
    }

    /** {@code GET /{Collection}/{id}/auditlog}: what happened to the record. */
    public Response auditLog(Context context, Address at, Parameters parameters) {
        Row row = Admission.record(context, at, Verb.READ);
        return Response.json(
                200,
                AuditLog.of(
                        context.world(),
                        row,
                        context.settings().get(Settings.DATE_FORMAT),
                        Paging.of(at.resource(), parameters, context)));
    }
}
