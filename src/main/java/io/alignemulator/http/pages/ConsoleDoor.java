package io.alignemulator.http.pages;

import io.alignemulator.console.ConsolePages;
import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Visit;
import io.alignemulator.control.Control;
import io.alignemulator.control.bind.Call;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way into the console (rule EMUL-34): behind the guard of the control API, and off with it. Who starts a server and never looks loads none of the console.
 */
public final class ConsoleDoor {

    public static final String BASE = Links.BASE;

    private static final String SESSION = "/session";
    private static final String ASSETS = "/assets/";

    private final Control control;
    private final Sandboxes sandboxes;
    private final boolean on;
    private volatile @Nullable ConsolePages made;

    public ConsoleDoor(Control control, Sandboxes sandboxes, Settings settings) {
        this.control = control;
        this.sandboxes = sandboxes;
        this.on = settings.get(ServerSettings.CONSOLE);
    }

    /**
     * What a call of the console is answered; {@link ErrorResponse} where there is none.
     *
     * @param prefix what stands before every path as the client sees it
     */
    public Response answer(Call call, String prefix) {
        if (!on) {
            throw ErrorResponse.noRoute();
        }
        boolean reads = call.method().equals("GET");
        if (!reads && !call.path().equals(SESSION)) {
            throw ErrorResponse.wrongVerb("GET");
        }
        Optional<Response> refusal = control.refusal(call);
        if (refusal.isPresent() && !(reads && isOfTheSignIn(call, refusal.get()))) {
            return refusal.get();
        }
        if (call.path().equals(SESSION)) {
            return session(call.method(), prefix);
        }
        return refusal.isPresent() && !call.path().startsWith(ASSETS)
                ? console().signIn(visit(call, prefix))
                : console().answer(visit(call, prefix));
    }

    /** Whoever lacks the token sees the page that asks for it, and its style. */
    private static boolean isOfTheSignIn(Call call, Response refusal) {
        return refusal.status() == 401 && !call.path().equals(SESSION);
    }

    /** Signing in takes a call with the token in its header, which the guard let in. */
    private Response session(String method, String prefix) {
        String cookie = "; Path=" + prefix + "/; HttpOnly; SameSite=Strict";
        return switch (method) {
            case "POST" -> Response.empty(204).with("Set-Cookie", Control.COOKIE + "=" + control.session() + cookie);
            case "DELETE" -> Response.empty(204).with("Set-Cookie", Control.COOKIE + "=; Max-Age=0" + cookie);
            default -> throw ErrorResponse.wrongVerb("POST, DELETE");
        };
    }

    private static Visit visit(Call call, String prefix) {
        return new Visit(
                call.path(),
                call.query(),
                prefix,
                call.headers().apply("Host"),
                call.origin(),
                call.headers().apply("Cookie"),
                Control.COOKIE);
    }

    private ConsolePages console() {
        ConsolePages known = made;
        if (known == null) {
            known = new ConsolePages(sandboxes);
            made = known;
        }
        return known;
    }
}
