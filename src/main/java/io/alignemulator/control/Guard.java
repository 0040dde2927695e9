package io.alignemulator.control;

import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.settings.HostNames;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;

/**
 * Keeps web pages of other sites from driving the control API through the browser of somebody who runs the emulator: a call that a browser makes for another origin is
 * refused, a name that any site's DNS could point at this machine is no name of it, and a body has to be declared as JSON, which no form can do. Where a control token is
 * set, it is asked for besides.
 */
final class Guard {

    /** Name of the cookie that the sign-in page of the console is given. */
    static final String COOKIE = "align-control";

    private final String token;
    private final Session session = new Session();
    private final HostNames hosts;

    Guard(Settings settings) {
        this.token = settings.get(ServerSettings.CONTROL_TOKEN);
        this.hosts = new HostNames(settings);
    }

    void check(Call call) {
        String host = call.header("Host").toLowerCase(Locale.ROOT);
        if (!hosts.areOurs(host)) {
            throw new ControlCallException(
                    403, "The control API does not answer under this host name; the setting control-hosts adds names.");
        }
        String site = call.header("Sec-Fetch-Site");
        if (isForeign(call.header("Origin"), host) || site.equals("cross-site") || site.equals("same-site")) {
            throw new ControlCallException(403, "The control API is not for pages of other sites.");
        }
        if (call.hasBody() && !call.isJson()) {
            throw new ControlCallException(415, "The body has to be declared as application/json.");
        }
        if (!token.isEmpty() && !isSame(call.header("X-Control-Token"), token) && !hasSession(call, site)) {
            throw new ControlCallException(401, "The header X-Control-Token is missing or wrong.");
        }
    }

    /** What a browser keeps for somebody who knows the token: good until the server ends, and no secret of anybody's. */
    String session() {
        return session.get();
    }

    /** Whether the console of this server sent it: a page of another origin is refused above, and a browser that does not say where a change comes from is no browser. */
    private boolean hasSession(Call call, String site) {
        boolean own = site.equals("same-origin")
                || !call.header("Origin").isEmpty()
                || (call.method().equals("GET") && (site.isEmpty() || site.equals("none")));
        return own
                && Arrays.stream(call.header("Cookie").split(";", -1))
                        .map(String::strip)
                        .filter(each -> each.startsWith(COOKIE + "="))
                        .anyMatch(each -> isSame(each.substring(COOKIE.length() + 1), session()));
    }

    private static boolean isForeign(String origin, String host) {
        try {
            return !origin.isEmpty()
                    && !host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean isSame(String sent, String wanted) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
