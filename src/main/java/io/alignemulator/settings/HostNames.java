package io.alignemulator.settings;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names under which a server on somebody's own machine is called. Any site's DNS could point a name of its own at that machine and have the browser of whoever runs the server
 * call it; a name that public DNS does not have, and an address, can only be meant.
 */
public final class HostNames {

    private static final Pattern LOCAL = Pattern.compile("[^.]*|.*\\.localhost|.*\\.internal|[0-9.]+|\\[[0-9a-f:.]+]");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|::1|\\[::1]");

    private final Set<String> added;
    private final boolean loopback;

    /** The header that was ours last: a server is mostly called under one name. */
    private volatile String latest = "localhost";

    public HostNames(Settings settings) {
        this.added = settings.get(ServerSettings.CONTROL_HOSTS);
        this.loopback = LOOPBACK.matcher(settings.get(ServerSettings.HOST)).matches();
    }

    /** Whether a Host header, with a port or not, names this machine or was added. */
    public boolean areOurs(String header) {
        if (header.equals(latest)) {
            return true;
        }
        String name = header.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
        boolean ours = LOCAL.matcher(name).matches() || added.contains(name);
        if (ours) {
            latest = header;
        }
        return ours;
    }

    /** Whether only this machine can reach the server, so that every other name is somebody's who should not. */
    public boolean areOnlyOurs() {
        return loopback;
    }
}
