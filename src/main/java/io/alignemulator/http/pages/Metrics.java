package io.alignemulator.http.pages;

import io.alignemulator.control.Failures;
import io.alignemulator.http.outgoing.OutgoingFigures;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.KeptAnswers;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Answers who scrapes figures of the server, where the setting lets it and the library that prints them is there. */
public final class Metrics {

    public static final String PATH = "/metrics";

    private final boolean isOn;
    private final CallFigures calls;
    private final OutgoingFigures outgoing;
    private final KeptAnswers kept;
    private final Sandboxes sandboxes;
    private final Failures failures;
    private @Nullable MetricsPage made;

    public Metrics(
            Settings settings,
            CallFigures calls,
            OutgoingFigures outgoing,
            KeptAnswers kept,
            Sandboxes sandboxes,
            Failures failures) {
        this.isOn = settings.get(ServerSettings.METRICS);
        this.calls = calls;
        this.outgoing = outgoing;
        this.kept = kept;
        this.sandboxes = sandboxes;
        this.failures = failures;
    }

    /** The figures as they are now; {@link ErrorResponse} where they are off. */
    public Response answer() {
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
            known = new MetricsPage(calls, outgoing, kept, sandboxes, failures);
            made = known;
        }
        return known;
    }
}
