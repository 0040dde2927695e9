package io.alignemulator;

import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a running server whether it is ready: the health check of the container image, which has no curl. */
final class HealthCheck {

    private static final int PATIENCE_MILLIS = 2_000;

    private HealthCheck() {}

    /** Returns 0 when the server on this machine answers, else 1. */
    static int run(Settings settings, PrintStream err) {
        URI health = URI.create("http://127.0.0.1:" + settings.get(Settings.PORT) + "/_emulator/health");
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200 ? 0 : 1;
        } catch (IOException e) {
            err.println("Not ready: " + e.getMessage());
            return 1;
        }
    }
}
