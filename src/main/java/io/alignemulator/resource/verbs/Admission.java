package io.alignemulator.resource.verbs;

import io.alignemulator.access.Authentication;
import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.address.Endpoint.Kind;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way of a call up to its verb: every step that asks for no body, in the one order in which the real server takes
 * them, each of which may refuse with an {@link ErrorResponse}. A call goes this way, and an {@link Explanation} goes it
 * to tell what a call would be told.
 *
 * @param at what the path stands for
 * @param context who asks, and in which world
 */
public record Admission(Address at, Context context) {

    /**
     * The first half: address, method, credential.
     *
     * @param path below the API's base, not decoded
     * @param context of a caller who is signed in
     */
    public static Admission of(
            Addresses addresses,
            String method,
            String path,
            Authentication authentication,
            Settings settings,
            Function<Caller, Context> context) {
        Address at = addresses.find(path).orElseThrow(() -> noAddress(addresses, path, settings));
        if (!at.methods().contains(method)) {
            throw settings.isOn(RuleId.ADDR_08)
                    ? ErrorResponse.wrongVerb(String.join(", ", at.methods()))
                    : ErrorResponse.noRoute();
        }
        Caller caller = authentication.caller().orElseThrow(() -> ErrorResponse.unauthorized(authentication.problem())
                .because(authentication.rule(), authentication.problem()));
        if (caller.readsOnly() && !method.equals("GET")) {
            throw ErrorResponse.forbidden().because(RuleId.AUTH_02, "the scope of the token is read");
        }
        return new Admission(at, context.apply(caller));
    }

    /** An id that is no number makes an address that is not there, or is told as such where the site is set to. */
    private static ErrorResponse noAddress(Addresses addresses, String path, Settings settings) {
        Optional<String> misfit = addresses.misfit(path);
        if (misfit.isEmpty()) {
            return ErrorResponse.noRoute();
        }
        String sentence = "The value '" + misfit.get() + "' is not valid.";
        return settings.isOn(RuleId.ADDR_12)
                ? ErrorResponse.noRoute().because(RuleId.ADDR_12, sentence)
                : ErrorResponse.unreadable(Map.of("id", List.of(sentence)), RuleId.ADDR_12);
    }

    /**
     * The second half, which depends on the world and so is gone again when another write came first: page and action,
     * the record above, the record, its scope.
     *
     * @return the record that the address names; empty for a collection
     */
    static Optional<Row> admit(Context context, Address at, Verb verb) {
        if (at.kind() == Kind.WHOAMI) {
            return Optional.of(context.caller().user());
        }
        Resource resource = at.resource();
        context.require(resource, verb);
        at.selector().requireParent(context, verb);
        if (at.kind() == Kind.COLLECTION) {
            return Optional.empty();
        }
        Row row = context.world()
                .table(resource)
                .get(at.id())
                .filter(at.selector()::matches)
                .orElseThrow(() -> ErrorResponse.notFound(resource, at.id()));
        context.require(row, resource, verb);
        return Optional.of(row);
    }

    /** The second half with a record at its end. */
    static Row record(Context context, Address at, Verb verb) {
        return admit(context, at, verb).orElseThrow();
    }
}
