package io.alignemulator.http;

import io.alignemulator.http.IncomingBodies.SlowBody;
import io.alignemulator.resource.call.ErrorResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** The body of a call, read when somebody asks for it. A short one has arrived when its call is looked at, a long one is waited for. */
final class RequestBody {

    private static final byte[] NOTHING = {};

    private static final int BLOCK = 64 * 1024;

    /** Bytes of a body that is too long which are read all the same. */
    private static final long MOST_DRAINED = 100_000_000;

    /** Bytes of a body that nobody wanted which are read so that its client hears the answer. */
    private static final long MOST_SKIPPED = 1_000_000;

    private final HttpServletRequest request;
    private final IncomingBodies bodies;
    private final long since;
    private final boolean isAnnounced;
    private boolean isRead;
    private byte[] known = NOTHING;

    /** Why it could not be read. */
    private @Nullable ErrorResponse failure;

    RequestBody(HttpServletRequest request, IncomingBodies bodies) {
        this.request = request;
        this.bodies = bodies;
        this.since = bodies.now();
        this.isAnnounced = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Whether it is there as a whole, or the reason why it is not, so that reading it waits for nobody. */
    private boolean hasArrived() {
        return !isAnnounced || request.getAttribute(ShortBodies.ARRIVED) != null;
    }

    /** Whether there is one; one that is still coming counts. */
    boolean isThere() {
        return hasArrived() ? known().length > 0 || failure != null : isAnnounced;
    }

    /** Reads what nobody has read, unless it is long, of unknown length or slow; whether nothing is left that another call would have to follow. */
    @SuppressWarnings("try") // the place is held, not used
    boolean isSkipped() {
        if (isRead || !isAnnounced) {
            return failure == null;
        }
        long announced = request.getContentLengthLong();
        if (!hasArrived() && (announced <= 0 || announced > MOST_SKIPPED)) {
            return false;
        }
        isRead = true;
        return isDrained();
    }

    private boolean isDrained() {
        try {
            IncomingBodies.Place place = place();
            try (place;
                    InputStream in = request.getInputStream()) {
                drain(in);
                return true;
            }
        } catch (IOException | SlowBody | HttpException.RuntimeException | ErrorResponse e) {
            return false;
        }
    }

    /** As far as somebody has read it; a short one that nobody read is read now, which waits for nobody. */
    byte[] known() {
        if (!isRead && hasArrived()) {
            try {
                read(Integer.MAX_VALUE);
            } catch (ErrorResponse cut) {
                return known;
            }
        }
        return known;
    }

    /**
     * The whole; empty when it is longer than the limit.
     *
     * @throws ErrorResponse when the client sends less than it announced, too slowly, or no HTTP, or when too many long bodies are being read
     */
    @SuppressWarnings("try") // the place is held, not used
    Optional<byte[]> read(int limit) {
        if (failure != null) {
            throw failure;
        }
        if (isRead) {
            return known.length > limit ? Optional.empty() : Optional.of(known);
        }
        isRead = true;
        if (!isAnnounced) {
            return Optional.of(known);
        }
        try {
            IncomingBodies.Place place = place();
            try (place;
                    InputStream in = request.getInputStream()) {
                Optional<byte[]> body = read(in, limit);
                known = body.orElse(NOTHING);
                return body;
            }
        } catch (IOException | SlowBody | HttpException.RuntimeException e) {
            failure = isSlow(e) ? ErrorResponse.slowBody() : ErrorResponse.brokenBody();
            throw failure;
        } catch (ErrorResponse busy) {
            failure = busy;
            throw busy;
        }
    }

    private IncomingBodies.Place place() {
        return hasArrived() ? () -> {} : bodies.place();
    }

    private Optional<byte[]> read(InputStream in, int limit) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            drain(in);
            return Optional.empty();
        }
        int size = announced > 0 ? (int) Math.min(announced + 1, BLOCK) : BLOCK;
        ByteArrayOutputStream body = new ByteArrayOutputStream(size);
        byte[] block = new byte[size];
        for (int n = next(in, block, 0); n >= 0; n = next(in, block, body.size())) {
            if (body.size() + (long) n > limit) {
                drain(in);
                return Optional.empty();
            }
            body.write(block, 0, n);
        }
        return Optional.of(body.toByteArray());
    }

    /** A client that is still sending when the connection closes never reads the answer. */
    private void drain(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        long drained = 0;
        for (int n = next(in, block, 0); n >= 0 && drained < MOST_DRAINED; n = next(in, block, drained)) {
            drained += n;
        }
    }

    /** @param before bytes that came before */
    private int next(InputStream in, byte[] block, long before) throws IOException {
        int n = in.read(block);
        if (n >= 0 && !hasArrived() && bodies.isSlow(since, before + n)) {
            throw new SlowBody();
        }
        return n;
    }

    private static boolean isSlow(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SlowBody || each instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
