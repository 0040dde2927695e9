package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes calls, and makes them again where that is safe: a read that failed on the way, and whatever was refused because of the rate limit, which means that nothing was done. */
public abstract class Transport {

    private static final String BASE = "/rest/align/api/2";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Runnable::run) // the thread that reads an answer takes it up, which is several times cheaper
            .build();

    /** The limit is 600 calls in 60 seconds; a few are left to others behind the same address. */
    private static final int CALLS_A_MINUTE = 590;

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;

    /** Whoever is blocked again and again shares the address with somebody who does not stop. */
    private static final int BLOCKS = 10;

    private final ClientSite site;
    private int calls;

    protected Transport(ClientSite site) {
        this.site = site;
    }

    protected final ClientSite site() {
        return site;
    }

    /**
     * Makes a call until it is answered for good.
     *
     * @param target path below the base of the API, with its query
     * @param body JSON, or empty for none
     */
    protected Reply call(String method, String target, String contentType, String body) {
        int blocks = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                pace();
                Reply reply = exchange(method, target, contentType, body);
                if (reply.status() == 429 && blocks < BLOCKS && waitsForEndOfBlock(method, target)) {
                    blocks++;
                    site.waiting().accept(block(reply));
                } else if (reply.status() >= 300 && reply.status() < 400) {
                    return redirected(reply, method, contentType, body);
                } else if (reply.status() < 500 || attempt >= ATTEMPTS || !repeatsAfterError(method)) {
                    return reply;
                }
            } catch (IOException e) {
                if (attempt >= ATTEMPTS || !repeatsAfterSilence(method, e)) {
                    throw new ClientFailure(0, method + " " + target + ": no answer (" + e.getMessage() + ")");
                }
            }
        }
    }

    /** One call and its answer. */
    protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
        return sent(request(method, URI.create(site.url() + BASE + target), contentType, body));
    }

    /** The request with everything that belongs to it. */
    protected HttpRequest request(String method, URI uri, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Authorization", authorization())
                .header("Accept", "application/json");
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return request.method(
                        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, writing()))
                .build();
    }

    /** The whole answer has to be there in time: the timeout of a request ends with the headers. */
    protected final Reply sent(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(request, BodyHandlers.ofString(reading()));
        try {
            HttpResponse<String> response = answer.get(patience().toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("nothing for " + patience());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A token of Atlassian's sign-on comes with an email. */
    protected String authorization() {
        return site.email()
                .map(email -> email + ":" + site.token())
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(this::bearer);
    }

    protected final String bearer() {
        return "Bearer " + site.token();
    }

    protected Charset writing() {
        return StandardCharsets.UTF_8;
    }

    protected Charset reading() {
        return StandardCharsets.UTF_8;
    }

    /** How long an answer may take. */
    protected Duration patience() {
        return site.patience();
    }

    /** Stays under the limit, so that nobody behind this address is blocked. */
    protected void pace() {
        calls++;
        if (calls > CALLS_A_MINUTE) {
            site.waiting().accept(MINUTE);
            calls = 1;
        }
    }

    /** Whether a call that was one too many is made again after the block. */
    protected boolean waitsForEndOfBlock(String method, String target) {
        return true;
    }

    /** How long a block lasts: as long as the site says, or else a minute. */
    protected Duration block(Reply reply) {
        return reply.header("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(longestBlock());
    }

    /** How long a block lasts of which nothing is said. */
    protected Duration longestBlock() {
        return MINUTE;
    }

    /** Whether a call is made again that was answered with an error of the server. Of a write nobody knows what became of it. */
    protected boolean repeatsAfterError(String method) {
        return method.equals("GET");
    }

    /** Whether a call is made again that was not answered at all, or not to the end. */
    protected boolean repeatsAfterSilence(String method, IOException reason) {
        return method.equals("GET");
    }

    /** The site redirects nothing; whoever does may not be shown the token. */
    protected Reply redirected(Reply reply, String method, String contentType, String body) throws IOException {
        throw new ClientFailure(
                reply.status(), "Redirected to " + reply.header("Location").orElse("nowhere"));
    }
}
