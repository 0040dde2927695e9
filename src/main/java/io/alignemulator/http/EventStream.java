package io.alignemulator.http;

import io.alignemulator.sandbox.journal.ExchangeWords;
import io.alignemulator.sandbox.journal.Journal;
import io.alignemulator.sandbox.journal.RecordedExchange;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** New calls as server-sent events, one after the other as long as the client listens. Each waits on a thread of {@link Waits}, so there are only so many. */
final class EventStream {

    private static final int MOST = 50;
    private static final Duration BEAT = Duration.ofMillis(200);

    /** Beats without an event after which a comment finds out whether the client is still there. */
    private static final int SILENT_BEATS = 25;

    private final Semaphore free = new Semaphore(MOST);
    private final BooleanSupplier closing;

    EventStream(BooleanSupplier closing) {
        this.closing = closing;
    }

    void send(Context context, Journal journal) {
        if (!free.tryAcquire()) {
            context.status(503).result("As many streams are open as this server keeps open, " + MOST + ".");
            return;
        }
        try (Journal.Feed feed = journal.follow()) {
            context.res().setContentType("text/event-stream");
            context.res().setHeader("Cache-Control", "no-store");
            OutputStream out = context.res().getOutputStream();
            out.write(": listening\n\n".getBytes(StandardCharsets.UTF_8));
            context.res().flushBuffer();
            follow(feed, out);
        } catch (IOException e) {
            // The client has gone.
            System.getLogger(EventStream.class.getName()).log(System.Logger.Level.DEBUG, "nobody listens any more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private void follow(Journal.Feed feed, OutputStream out) throws IOException, InterruptedException {
        int silent = 0;
        while (!closing.getAsBoolean()) {
            List<RecordedExchange> next = feed.next(BEAT);
            silent = next.isEmpty() ? silent + 1 : 0;
            for (RecordedExchange exchange : next) {
                out.write(ExchangeWords.event(exchange).getBytes(StandardCharsets.UTF_8));
            }
            if (silent == SILENT_BEATS) {
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                silent = 0;
            }
            out.flush();
        }
    }
}
