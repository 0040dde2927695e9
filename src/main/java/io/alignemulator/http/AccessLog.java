package io.alignemulator.http;

import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.sandbox.journal.ExchangeText;
import io.alignemulator.sandbox.journal.RecordedExchange;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line for each call of a site, for whoever runs the server: what the journal says of it, so without credentials. */
final class AccessLog {

    /** What a line looks like. */
    private final ServerSettings.AccessLines form;

    private final PrintStream out;

    AccessLog(Settings settings, PrintStream out) {
        this.form = settings.get(ServerSettings.ACCESS_LOG);
        this.out = out;
    }

    boolean isOff() {
        return form == ServerSettings.AccessLines.OFF;
    }

    void call(RecordedExchange exchange, String address) {
        out.println(form == ServerSettings.AccessLines.JSON ? json(exchange, address) : text(exchange, address));
    }

    private static String text(RecordedExchange exchange, String address) {
        return exchange.time() + " " + address + " " + exchange.sandbox() + " " + ExchangeText.call(exchange) + ", "
                + exchange.response().body().length() + " bytes, "
                + exchange.duration().toMillis() + " ms"
                + (exchange.rules().isEmpty() ? "" : ", " + String.join(" ", exchange.rules()));
    }

    private static String json(RecordedExchange exchange, String address) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", exchange.time().toString());
        line.put("address", address);
        line.put("sandbox", exchange.sandbox());
        exchange.user().ifPresent(user -> line.put("user", user.persona()));
        line.put("method", exchange.request().method());
        line.put("target", exchange.request().target());
        line.put("status", exchange.response().status());
        line.put("bytes", exchange.response().body().length());
        line.put("milliseconds", exchange.duration().toMillis());
        line.put("rules", exchange.rules());
        line.put("fault", exchange.fault());
        return ControlJson.strict().writeValueAsString(line);
    }
}
