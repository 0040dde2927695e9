package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Clients that use tokens wrongly, each in one way only, by the id of the requirement that they do not meet. */
final class WrongCredentials {

    private WrongCredentials() {}

    static Map<String, Function<ClientSite, ConformanceClient>> all() {
        Map<String, Function<ClientSite, ConformanceClient>> all = new LinkedHashMap<>();
        credentials(all);
        signOn(all);
        return all;
    }

    private static void credentials(Map<String, Function<ClientSite, ConformanceClient>> all) {
        // asks without a token whether the site is there
        all.put("AUTH-01", site -> new ReferenceClient(site) {
            private boolean asked;

            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                if (!asked) {
                    asked = true;
                    sent(HttpRequest.newBuilder(URI.create(site.url() + "/rest/align/api/2/Goals?$top=1"))
                            .build());
                }
                return super.exchange(method, target, contentType, body);
            }
        });
        // carries the token in addresses besides
        all.put("AUTH-02", site -> new ReferenceClient(site) {
            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                String token = "?token=" + URLEncoder.encode(site.token(), StandardCharsets.UTF_8);
                return super.exchange(method, target.contains("?") ? target : target + token, contentType, body);
            }
        });
        // tries a refused token again
        all.put("AUTH-03", site -> insisting(site, 401, (method, target) -> target.startsWith("/Regions/")));
        all.put("AUTH-04", site -> remembering(site, status -> status == 401));
        // believes what the token looks like
        all.put("AUTH-05", site -> new ReferenceClient(site) {
            @Override
            public Map<String, Object> whoami() {
                return get("Users", Long.parseLong(site.token().replaceAll("\\D*(\\d+).*", "$1")));
            }
        });
    }

    private static void signOn(Map<String, Function<ClientSite, ConformanceClient>> all) {
        // knows one kind of tokens
        all.put("AUTH-06", site -> new ReferenceClient(site) {
            private boolean isRegion;

            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                isRegion = target.startsWith("/Regions/");
                return super.exchange(method, target, contentType, body);
            }

            @Override
            protected String authorization() {
                return isRegion ? bearer() : super.authorization();
            }
        });
        // takes the end of the token for the end of the list
        all.put("AUTH-07", site -> new ReferenceClient(site) {
            @Override
            protected String answered(Reply reply, String what) {
                return reply.status() == 401 && what.startsWith("list") ? "[]" : super.answered(reply, what);
            }
        });
        // hopes that a refused write was refused by chance
        all.put("AUTH-08", site -> insisting(site, 403, (method, target) -> method.equals("POST")));
    }

    /** Sends such a call again when it is refused with a status. */
    private static ReferenceClient insisting(ClientSite site, int status, BiPredicate<String, String> calls) {
        return new ReferenceClient(site) {
            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                Reply reply = super.exchange(method, target, contentType, body);
                return reply.status() == status && calls.test(method, target)
                        ? super.exchange(method, target, contentType, body)
                        : reply;
            }
        };
    }

    /** Returns what was read earlier when a call is refused with such a status. */
    static ReferenceClient remembering(ClientSite site, IntPredicate status) {
        return new ReferenceClient(site) {
            private final Map<String, Map<String, Object>> read = new HashMap<>();

            @Override
            public Map<String, Object> get(String collection, long id) {
                try {
                    Map<String, Object> record = super.get(collection, id);
                    read.put(collection + id, record);
                    return record;
                } catch (ClientFailure e) {
                    if (status.test(e.status()) && read.containsKey(collection + id)) {
                        return Objects.requireNonNull(read.get(collection + id));
                    }
                    throw e;
                }
            }
        };
    }
}
