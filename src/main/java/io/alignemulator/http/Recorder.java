package io.alignemulator.http;

import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.sandbox.faults.Wire;
import io.alignemulator.sandbox.journal.Body;
import io.alignemulator.sandbox.journal.Masking;
import io.alignemulator.sandbox.journal.RecordedExchange;
import io.alignemulator.sandbox.journal.RecordedExchange.Header;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.RowChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one call into the journal of its sandbox. Made when the call comes in, for a reset in between makes it a call of before. */
final class Recorder {

    private final Sandbox sandbox;
    private final SiteState state;
    private final Request request;
    private final long epoch;
    private final Instant time;
    private final int size;
    private final AccessLog log;

    Recorder(Sandbox sandbox, SiteState state, Request request, AccessLog log) {
        this.log = log;
        this.sandbox = sandbox;
        this.state = state;
        this.request = request;
        this.size = state.settings().get(Settings.JOURNAL_SIZE);
        this.epoch = sandbox.journal().epoch();
        this.time = state.clock().now();
    }

    /** @param fault what went wrong on purpose, empty for nothing */
    OutgoingResponse record(OutgoingResponse answered, Trace trace, String fault) {
        state.reliance().count(trace.rules());
        if (size > 0 || !log.isOff()) {
            RecordedExchange exchange = exchange(answered, trace, fault);
            sandbox.journal().record(exchange, epoch, size);
            if (!log.isOff()) {
                log.call(exchange, request.clientAddress());
            }
        }
        return answered;
    }

    private RecordedExchange exchange(OutgoingResponse answered, Trace trace, String fault) {
        Optional<Long> user = request.credential().owner(state.tokens());
        Masking masking = sandbox.journal().masking(request.credential().token(), user, state.tokens());
        List<Header> headers = new ArrayList<>();
        request.headers().forEach(header -> headers.add(masking.header(header.name(), header.value())));
        Duration duration = Duration.between(time, state.clock().now());
        return new RecordedExchange(
                0,
                time,
                duration.isNegative() ? Duration.ZERO : duration,
                sandbox.name(),
                user.map(id -> new RecordedExchange.User(id, state.tokens().nameOf(id))),
                new RecordedExchange.Request(
                        request.method(),
                        masking.text(request.path()),
                        masking.query(request.query()),
                        headers,
                        masking.sent(request.body().known())),
                response(answered, masking, trace),
                trace.rules(),
                trace.ignored(),
                trace.notes(),
                fault,
                unprinted(trace.changes()));
    }

    private static List<RowChange> unprinted(List<RowChange> changes) {
        return changes.isEmpty()
                ? changes
                : changes.stream().map(RowChange::unprinted).toList();
    }

    private static RecordedExchange.Response response(OutgoingResponse answered, Masking masking, Trace trace) {
        Response reply = answered.reply();
        boolean closed = answered.wire() instanceof Wire.Closed;
        List<Header> headers = new ArrayList<>();
        if (!reply.contentType().isEmpty()) {
            headers.add(new Header("Content-Type", reply.contentType()));
        }
        reply.headers().forEach((name, value) -> headers.add(masking.header(name, value)));
        Body body = closed
                ? Body.none()
                : masking.answered(
                        reply.content().beginning(Masking.LOOKED),
                        reply.content().length());
        List<Long> ids = body.isTruncated() && reply.status() == 200 ? trace.listed() : List.of();
        return new RecordedExchange.Response(closed ? 0 : reply.status(), headers, body, ids);
    }
}
