package io.alignemulator;

import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks a running server whether it is ready: the health check of the container image, which has no curl. */
final class HealthCheck {

    private static final int PATIENCE_MILLIS = 2_000;

    private HealthCheck() {}

    /** Returns 0 when the server on this machine answers, else 1 and says why. */
    static int run(Settings settings, PrintStream err) {
        URI health = URI.create(
                "http://" + host(settings.get(Settings.HOST)) + ":" + settings.get(Settings.PORT) + "/About");
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200 ? 0 : notReady(health, "status " + status, err);
        } catch (IOException e) {
            return notReady(health, String.valueOf(e.getMessage()), err);
        }
    }

    private static int notReady(URI health, String reason, PrintStream err) {
        err.println("Not ready: " + health + ": " + reason);
        return 1;
    }

    /** A server that listens on every address is asked on this machine's own. */
    private static String host(String listensOn) {
        if (listensOn.equals("0.0.0.0")) {
            return "127.0.0.1";
        }
        if (listensOn.equals("::")) {
            return "[::1]";
        }
        return listensOn.contains(":") ? "[" + listensOn + "]" : listensOn;
    }
}
