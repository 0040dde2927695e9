package io.alignemulator;

import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code health}: asks a running server whether it is ready. For where there is no curl; the container image has a script of its own. */
final class HealthCommand {

    private static final int PATIENCE_MILLIS = 2_000;

    private HealthCommand() {}

    static CommandSpec spec() {
        return Subcommand.spec(
                "Asks the server on --host and --port whether it is ready. Exit code 0: it is; 1: it is not.",
                HealthCommand::run,
                SettingOptions.of(List.of(ServerSettings.PORT, ServerSettings.HOST)));
    }

    private static int run(ParseResult parsed, Terminal terminal) {
        Settings settings = SettingOptions.read(parsed, terminal.environment());
        URI health = URI.create("http://" + host(settings.get(ServerSettings.HOST)) + ":"
                + settings.get(ServerSettings.PORT) + "/readyz");
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200 ? 0 : notReady(health, "status " + status, terminal);
        } catch (IOException e) {
            return notReady(health, String.valueOf(e.getMessage()), terminal);
        }
    }

    private static int notReady(URI health, String reason, Terminal terminal) {
        terminal.err().println("Not ready: " + health + ": " + reason);
        return Subcommand.FAILED;
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
