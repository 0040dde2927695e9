package io.alignemulator.http;

import io.alignemulator.access.Authentication;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.KeptAnswers;
import io.alignemulator.resource.call.MediaType;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.resource.verbs.Admission;
import io.alignemulator.resource.verbs.Verbs;
import io.alignemulator.resource.verbs.Writes;
import io.alignemulator.rules.RuleId;
import io.alignemulator.sandbox.NotSavedException;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandbox.Written;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.settings.AccessSettings;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import io.alignemulator.work.TooMuchWork;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The second half of a call's way: address, credential, verb. Each step may refuse. */
final class Dispatch {

    private final Addresses addresses;
    private final int bodyLimit;
    private final Verbs verbs = new Verbs();
    private final Writes writes = new Writes();
    private final KeptAnswers answers;

    Dispatch(Settings settings, Addresses addresses, KeptAnswers answers) {
        this.addresses = addresses;
        this.answers = answers;
        this.bodyLimit = settings.get(ServerSettings.MAX_BODY);
    }

    /** @param path what follows the base */
    Response answer(Sandbox sandbox, SiteState state, Request request, String path, Trace trace) {
        Authentication authentication = Authentication.of(
                request.credential(),
                state.world(),
                state.tokens(),
                state.settings().get(AccessSettings.AUTHENTICATION),
                state.clock().now());
        Admission call = Admission.of(
                addresses,
                request.method(),
                path,
                authentication,
                state.settings(),
                caller -> Context.of(
                        state.world(),
                        caller,
                        state.settings(),
                        state.clock().now(),
                        request.origin() + Addresses.BASE,
                        trace));
        Context context = call.context().abandonedWhen(request::isAbandoned);
        try {
            return request.method().equals("GET")
                    ? answers.to(
                            context,
                            path,
                            request.query(),
                            telling -> read(telling, call.at(), QueryString.parse(request.query())))
                    : write(sandbox, context, call.at(), request);
        } catch (TooMuchWork e) {
            throw refused(request.method(), call.at(), e.sentence());
        } catch (NotSavedException e) {
            trace.wrote(List::of);
            throw ErrorResponse.notSaved(e.sentence());
        }
    }

    private static ErrorResponse refused(String method, Address at, String sentence) {
        ErrorResponse refusal =
                switch (method) {
                    case "GET" -> ErrorResponse.cannotFind(at.resource(), sentence, RuleId.EMUL_28);
                    case "POST" -> ErrorResponse.cannotCreate(at.resource(), sentence);
                    default -> ErrorResponse.cannotUpdate(at.resource(), at.id(), sentence);
                };
        return refusal.because(RuleId.EMUL_28, sentence);
    }

    private Response read(Context context, Address at, Parameters parameters) {
        return switch (at.kind()) {
            case COLLECTION -> verbs.list(context, at, parameters);
            case ITEM, WHOAMI -> verbs.get(context, at, parameters);
            case EDITMETA -> verbs.editMeta(context, at);
            case AUDITLOG -> verbs.auditLog(context, at, parameters);
        };
    }

    private Response write(Sandbox sandbox, Context context, Address at, Request request) {
        String body = request.method().equals("DELETE") ? "" : body(request, context.settings());
        return sandbox.write(world -> {
            Context now = context.again(world);
            now.trace().wrote(List::of);
            Writes.Done done =
                    switch (request.method()) {
                        case "POST" -> writes.create(now, at, body);
                        case "PUT" -> writes.replace(now, at, body);
                        case "PATCH" -> writes.patch(now, at, body);
                        default -> writes.delete(now, at);
                    };
            now.trace().wrote(() -> done.world().changesSince(world));
            return new Written<>(done.world(), done.reply());
        });
    }

    private String body(Request request, Settings settings) {
        MediaType type = MediaType.of(request.header("Content-Type"));
        Optional<Charset> encoding = type.encoding();
        boolean any = !settings.isOn(RuleId.BODY_06);
        if (type.isMultipart() && !any) {
            throw ErrorResponse.brokenForm(type.hasBoundary());
        }
        if (!any && (!type.isJson() || encoding.isEmpty())) {
            throw ErrorResponse.mediaType();
        }
        byte[] body = request.body().read(bodyLimit).orElseThrow(ErrorResponse::tooLarge);
        return new String(body, encoding.orElse(StandardCharsets.UTF_8));
    }
}
