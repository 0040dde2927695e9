package io.alignemulator.http.pages;

import io.alignemulator.control.Failures;
import io.alignemulator.http.outgoing.OutgoingFigures;
import io.alignemulator.resource.call.KeptAnswers;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandboxes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The figures of a server in the text form of Prometheus (0.0.4). Made at the first question: who asks for none loads nothing of it. */
final class MetricsPage {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CallFigures calls;
    private final Set<CallFigures.Tally> registered = Collections.newSetFromMap(new IdentityHashMap<>());

    MetricsPage(CallFigures calls, OutgoingFigures outgoing, KeptAnswers kept, Sandboxes sandboxes, Failures failures) {
        this.calls = calls;
        FunctionCounter.builder("align.calls.blocked", calls.allBlocked(), each -> each.sum())
                .description("Calls refused because their address made too many")
                .register(registry);
        FunctionCounter.builder("align.calls.failed", failures, Failures::count)
                .description("Calls that ended in a defect of the emulator")
                .register(registry);
        Gauge.builder("align.answers.kept", kept, KeptAnswers::taken)
                .description("What answers take that are kept for who asks again")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("align.answers.unread", outgoing, OutgoingFigures::unread)
                .description("Of answers that could not be sent at once and are not sent to their end")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder("align.answers.dropped", outgoing, OutgoingFigures::givenUp)
                .description("Answers whose connections were closed because too much waited unread")
                .register(registry);
        Gauge.builder("align.sandboxes", sandboxes, each -> each.all().size())
                .description("Sandboxes, the default one among them")
                .register(registry);
        Gauge.builder("align.journal.size", sandboxes.journals(), each -> each.bytes())
                .description("What all journals keep together")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder("align.journal.dropped", sandboxes.journals(), each -> each.dropped())
                .description("Calls that the journals keep no longer")
                .register(registry);
        FunctionTimer.builder(
                        "align.saves",
                        sandboxes.saves(),
                        each -> each.saved() + each.refused(),
                        each -> each.nanos(),
                        TimeUnit.NANOSECONDS)
                .description("What was saved, and how long it took until it was safe")
                .register(registry);
        FunctionCounter.builder("align.saves.refused", sandboxes.saves(), each -> each.refused())
                .description("What could not be saved")
                .register(registry);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new FileDescriptorMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(each -> each.bindTo(registry));
    }

    /** All figures as they are now. */
    synchronized Response answer() {
        calls.all().forEach((method, statuses) -> statuses.forEach((status, tally) -> register(method, status, tally)));
        return new Response(200, TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private void register(String method, int status, CallFigures.Tally tally) {
        if (!registered.add(tally)) {
            return;
        }
        FunctionTimer.builder(
                        "align.calls", tally, CallFigures.Tally::calls, CallFigures.Tally::nanos, TimeUnit.NANOSECONDS)
                .description("Calls of the API, and how long they took until their answer was handed on")
                .tag("method", method)
                .tag("status", Integer.toString(status))
                .register(registry);
    }
}
