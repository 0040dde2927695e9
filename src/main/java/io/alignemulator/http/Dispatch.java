package io.alignemulator.http;

import io.alignemulator.access.Authentication;
import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.resource.verbs.Verbs;
import io.alignemulator.resource.verbs.Writes;
import io.alignemulator.rules.RuleId;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.sandbox.Sandbox.Written;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.util.function.Function;

/** The second half of a call's way: address, credential, verb. Each step may refuse. */
final class Dispatch {

    private final Addresses addresses;
    private final int bodyLimit;
    private final Verbs verbs;
    private final Writes writes = new Writes();

    Dispatch(Catalogue catalogue, Settings settings, Addresses addresses) {
        this.addresses = addresses;
        this.bodyLimit = settings.get(Settings.MAX_BODY);
        this.verbs = new Verbs(catalogue);
    }

    /** @param path what follows the base */
    Response answer(Sandbox sandbox, SiteState state, Request request, String path, Trace trace) {
        Address address = addresses.find(path).orElseThrow(ErrorResponse::noRoute);
        if (!address.methods().contains(request.method())) {
            throw state.settings().isOn(RuleId.ADDR_08)
                    ? ErrorResponse.wrongVerb(String.join(", ", address.methods()))
                    : ErrorResponse.noRoute();
        }
        Authentication authentication = Authentication.of(
                request.credential(),
                state.world(),
                state.tokens(),
                state.settings().get(Settings.BASIC_AUTH));
        Caller caller = authentication.caller().orElseThrow(() -> ErrorResponse.unauthorized(authentication.problem()));
        Context context = Context.of(
                state.world(), caller, state.settings(), state.clock().now(), request.origin() + Api.BASE, trace);
        return request.method().equals("GET")
                ? read(context, address, QueryString.parse(request.query()))
                : write(sandbox, context, address, request);
    }

    private Response read(Context context, Address at, Parameters parameters) {
        return switch (at.kind()) {
            case COLLECTION -> verbs.list(context, at.resource(), at.selector(), parameters);
            case ITEM -> verbs.get(context, at.resource(), at.selector(), at.id(), parameters);
            case EDITMETA -> verbs.editMeta(context, at.resource(), at.id());
            case AUDITLOG -> verbs.auditLog(context, at.resource(), at.id(), parameters);
            case WHOAMI -> verbs.whoami(context, at.resource(), parameters);
        };
    }

    private Response write(Sandbox sandbox, Context context, Address at, Request request) {
        if (request.method().equals("DELETE")) {
            return applied(sandbox, world -> writes.delete(context.in(world), at.resource(), at.selector(), at.id()));
        }
        byte[] body = body(request, context.settings());
        return applied(sandbox, world -> {
            Context now = context.in(world);
            return switch (request.method()) {
                case "POST" -> writes.create(now, at.resource(), at.selector(), body);
                case "PUT" -> writes.replace(now, at.resource(), at.selector(), at.id(), body);
                default -> writes.patch(now, at.resource(), at.selector(), at.id(), body);
            };
        });
    }

    private static Response applied(Sandbox sandbox, Function<World, Writes.Done> write) {
        return sandbox.write(world -> {
            Writes.Done done = write.apply(world);
            return new Written<>(done.world(), done.reply());
        });
    }

    private byte[] body(Request request, Settings settings) {
        String type = request.mediaType();
        boolean json = type.equals("application/json")
                || type.equals("text/json")
                || (type.startsWith("application/") && type.endsWith("+json"))
                || !settings.isOn(RuleId.ERRS_05);
        if (!json) {
            throw ErrorResponse.mediaType();
        }
        return request.body(bodyLimit).orElseThrow(ErrorResponse::tooLarge);
    }
}
