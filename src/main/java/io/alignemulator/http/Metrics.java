package io.alignemulator.http;

import io.alignemulator.control.Failures;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers who scrapes figures of the server, where the setting lets it and the library that prints them is there. */
final class Metrics {

    static final String PATH = "/metrics";

    private final boolean isOn;
    private final Supplier<MetricsPage> page;
    private @Nullable MetricsPage made;

    Metrics(Settings settings, CallFigures calls, Sandboxes sandboxes, Failures failures) {
        this.isOn = settings.get(ServerSettings.METRICS);
        this.page = () -> new MetricsPage(calls, sandboxes, failures);
    }

    Response answer() {
        if (!isOn) {
            throw ErrorResponse.noRoute();
        }
        try {
            return made().answer();
        } catch (NoClassDefFoundError e) {
            return Response.text(
                    404, "The page needs io.micrometer:micrometer-registry-prometheus on the class path.\n");
        }
    }

    private synchronized MetricsPage made() {
        MetricsPage known = made;
        if (known == null) {
            known = page.get();
            made = known;
        }
        return known;
    }
}
