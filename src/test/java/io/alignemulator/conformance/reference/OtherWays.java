package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import io.alignemulator.conformance.reference.Trapped.Fall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Clients that do not meet a requirement in another way than the one that belongs to it: as libraries do. */
public final class OtherWays {

    private OtherWays() {}

    public static List<Fall> all() {
        List<Fall> all = new ArrayList<>();
        all.add(new Fall("NET-03", "only on a connection that was used before", used("POST")));
        all.add(new Fall("NET-09", "only on a connection that was used before", used("PATCH")));
        all.add(new Fall("NET-03", "only when the answer broke off in its middle", site -> new ReferenceClient(site) {
            @Override
            protected boolean repeatsAfterSilence(String method, IOException reason) {
                return (method.equals("POST")
                                && String.valueOf(reason.getMessage()).contains("bytes received"))
                        || super.repeatsAfterSilence(method, reason);
            }
        }));
        all.add(new Fall(
                "WRITE-22",
                "only of an answer in chunks",
                site -> WrongWrites.believing(
                        site, reply -> reply.header("Content-Length").isEmpty())));
        all.add(new Fall("ERR-09", "only of an answer in chunks", OtherWays::takingChunks));
        all.add(new Fall("DATA-04", "only in patches", site -> new ReferenceClient(site) {
            private Charset charset = StandardCharsets.UTF_8;

            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                charset = method.equals("PATCH") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
                return super.exchange(method, target, contentType, body);
            }

            @Override
            protected Charset writing() {
                return charset;
            }
        }));
        redirects(all);
        return all;
    }

    private static void redirects(List<Fall> all) {
        all.add(new Fall("NET-08", "only to another port", site -> new ReferenceClient(site) {
            @Override
            protected Reply redirected(Reply reply, String method, String contentType, String body) throws IOException {
                URI location = URI.create(reply.header("Location").orElseThrow());
                return site.url().getHost().equals(location.getHost())
                        ? sent(request(method, location, contentType, body))
                        : super.redirected(reply, method, contentType, body);
            }
        }));
        all.add(new Fall(
                "NET-10", "takes the first that a GET finds for the new record", site -> new ReferenceClient(site) {
                    @Override
                    protected Reply redirected(Reply reply, String method, String contentType, String body)
                            throws IOException {
                        URI location = URI.create(reply.header("Location").orElseThrow());
                        return method.equals("POST")
                                        && site.url().getAuthority().equals(location.getAuthority())
                                ? sent(request("GET", location, contentType, ""))
                                : super.redirected(reply, method, contentType, body);
                    }

                    @Override
                    protected long newId(Object json) {
                        return super.newId(json instanceof List<?> records ? records.get(0) : json);
                    }
                }));
    }

    /** Takes the end of the chunks for the end of the list. */
    private static ConformanceClient takingChunks(ClientSite site) {
        return new ReferenceClient(site) {
            @Override
            public List<Map<String, Object>> list(String collection, Query query) {
                try {
                    return super.list(collection, query);
                } catch (ClientFailure e) {
                    if (e.getMessage().contains("chunk")) {
                        return List.of();
                    }
                    throw e;
                }
            }
        };
    }

    private static Function<ClientSite, ConformanceClient> used(String verb) {
        return site -> new ReferenceClient(site) {
            private boolean isUsed;

            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                Reply reply = super.exchange(method, target, contentType, body);
                isUsed = true;
                return reply;
            }

            @Override
            protected boolean repeatsAfterSilence(String method, IOException reason) {
                return (isUsed && method.equals(verb) && !(reason instanceof HttpTimeoutException))
                        || super.repeatsAfterSilence(method, reason);
            }
        };
    }
}
