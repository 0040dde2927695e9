package io.alignemulator.drift.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The site, asked politely: at most 99 calls in any 60 seconds, no more of them than were announced, and silence for as long as it asks for. It follows no redirect. */
public final class LiveSite {

    /** Milliseconds from call to call: 60,000 / 610 + 1 are 99. */
    public static final long GAP = 610;

    private static final long BLOCK_SECONDS = 60;
    private static final long LONGEST_SECONDS = 900;
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** No more calls are made: so many were announced, or the site asked for silence again and again. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped(String why) {
            super(why);
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final Set<String> headers = new TreeSet<>();
    private final URI site;
    private final String authorization;
    private final Time time;
    private final int most;
    private int calls;
    private long next;
    private Optional<SiteAnswer> block = Optional.empty();

    /**
     * @param site scheme, host and port
     * @param authorization value of the header Authorization
     * @param most how many calls were announced
     */
    public LiveSite(URI site, String authorization, Time time, int most) {
        this.site = site;
        this.authorization = authorization;
        this.time = time;
        this.most = most;
        this.next = time.millis();
    }

    /** Names of all headers that came, in lower case. */
    public Set<String> headers() {
        return headers;
    }

    /** The last refusal for too many calls. */
    public Optional<SiteAnswer> block() {
        return block;
    }

    /** Reads an address below the base of the API. */
    public SiteAnswer get(String address) {
        return call(SiteCall.get(address));
    }

    /** Makes a call; a site that asks for silence is asked again afterwards. Throws {@link Stopped} when no more calls may be made. */
    public SiteAnswer call(SiteCall call) {
        for (int i = 0; i < TRIES; i++) {
            HttpResponse<byte[]> response = send(call);
            if (response == null) {
                return SiteAnswer.NONE;
            }
            SiteAnswer answer = SiteAnswer.of(response.statusCode(), response.headers(), response.body());
            headers.addAll(answer.headers().keySet());
            Optional<Long> seconds = SiteAnswer.seconds(response.headers());
            boolean silence =
                    answer.status() == 429 || (answer.status() == 503 && seconds.isPresent() && call.isRead());
            if (!silence) {
                return answer;
            }
            block = answer.status() == 429 ? Optional.of(answer) : block;
            next = time.millis() + Math.min(LONGEST_SECONDS, seconds.orElse(BLOCK_SECONDS)) * 1_000;
        }
        throw new Stopped("the site asked for silence " + TRIES + " times in a row");
    }

    private @Nullable HttpResponse<byte[]> send(SiteCall call) {
        if (calls >= most) {
            throw new Stopped("the " + most + " calls that were announced are made");
        }
        calls++;
        long wait = next - time.millis();
        if (wait > 0) {
            time.pause(wait);
        }
        next = time.millis() + GAP;
        try {
            return client.send(request(call), BodyHandlers.ofByteArray());
        } catch (IOException noAnswer) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped("interrupted");
        }
    }

    private HttpRequest request(SiteCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + call.pathAndQuery()))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        switch (call.credential()) {
            case OWN -> request.header("Authorization", authorization);
            case WRONG -> request.header("Authorization", "Bearer user:0|no-such-token");
            case NONE -> {}
        }
        if (call.body().isEmpty()) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .build();
    }
}
