package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Clients that take failures, blocks and the network wrongly, each in one way only, by the id of the requirement that they do not meet. */
public final class WrongWaits {

    /** Longer than any block but that of the scenario on giving up. */
    private static final Duration PATIENCE = Duration.ofSeconds(200);

    /** Enough for a call that is kept back by nobody. */
    private static final Duration AT_LEAST = Duration.ofMillis(500);

    private WrongWaits() {}

    public static Map<String, Function<ClientSite, ConformanceClient>> all() {
        Map<String, Function<ClientSite, ConformanceClient>> all = new LinkedHashMap<>();
        failures(all);
        unreadable(all);
        blocks(all);
        network(all);
        return all;
    }

    private static ReferenceClient telling(ClientSite site, Function<Reply, String> told) {
        return new ReferenceClient(site) {
            @Override
            protected String told(Reply reply) {
                return told.apply(reply);
            }
        };
    }

    private static void failures(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put("ERR-01", site -> telling(site, reply -> reply.contentType().equals("text/plain") ? "" : reply.body()));
        all.put(
                "ERR-02",
                site -> telling(
                        site,
                        reply -> reply.contentType().equals("application/problem+json")
                                ? "One or more validation errors occurred."
                                : reply.body()));
        // takes what is not there for a record without fields
        all.put("ERR-03", site -> new ReferenceClient(site) {
            @Override
            protected String answered(Reply reply, String what) {
                return reply.status() == 404 && !reply.body().isEmpty() ? "{}" : super.answered(reply, what);
            }
        });
        // reads a sentence where there is none
        all.put("ERR-04", site -> new ReferenceClient(site) {
            @Override
            protected void done(Reply reply, String what) {
                if (reply.status() == 404 && reply.body().isEmpty()) {
                    throw new IllegalStateException("the body is empty");
                }
                super.done(reply, what);
            }
        });
        all.put("ERR-05", site -> new ReferenceClient(site) {
            @Override
            protected void done(Reply reply, String what) {
                if (reply.status() == 403 && what.startsWith("get")) {
                    throw new ClientFailure(404, what + ": not found");
                }
                super.done(reply, what);
            }
        });
        all.put("ERR-06", site -> new ReferenceClient(site) {
            @Override
            protected String answered(Reply reply, String what) {
                return reply.status() == 403 && what.startsWith("list") ? "[]" : super.answered(reply, what);
            }
        });
        all.put("ERR-07", site -> WrongCredentials.remembering(site, status -> status != 401));
        all.put("ERR-11", site -> new ReferenceClient(site) {
            @Override
            protected void done(Reply reply, String what) {
                if (reply.status() != 405) {
                    super.done(reply, what);
                }
            }
        });
        all.put("ERR-12", site -> new ReferenceClient(site) {
            @Override
            protected void done(Reply reply, String what) {
                if (reply.status() < 500 || !what.startsWith("replace")) {
                    super.done(reply, what);
                }
            }
        });
    }

    private static void unreadable(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put("ERR-08", site -> new ReferenceClient(site) {
            @Override
            protected Object parsed(String body) {
                try {
                    return super.parsed(body);
                } catch (ClientFailure e) {
                    return Map.of();
                }
            }
        });
        // takes a list that broke off for an empty one
        all.put("ERR-09", site -> new ReferenceClient(site) {
            @Override
            public List<Map<String, Object>> list(String collection, Query query) {
                try {
                    return super.list(collection, query);
                } catch (ClientFailure e) {
                    if (e.status() == 0) {
                        return List.of();
                    }
                    throw e;
                }
            }
        });
        all.put("ERR-10", site -> new ReferenceClient(site) {
            @Override
            protected String answered(Reply reply, String what) {
                return reply.contentType().equals("text/html") && reply.status() == 502
                        ? "{}"
                        : super.answered(reply, what);
            }
        });
    }

    private static void blocks(Map<String, Function<ClientSite, ConformanceClient>> all) {
        // waits ten seconds, unless it is told how long
        all.put("RATE-01", site -> new ReferenceClient(site) {
            @Override
            protected Duration block(Reply reply) {
                return reply.header("Retry-After").isPresent() ? super.block(reply) : Duration.ofSeconds(10);
            }
        });
        all.put("RATE-02", site -> new ReferenceClient(site) {
            @Override
            protected boolean waitsForEndOfBlock(String method, String target) {
                return !(method.equals("GET") && target.startsWith("/Customers/"));
            }
        });
        // knows better than the header
        all.put("RATE-03", site -> new ReferenceClient(site) {
            @Override
            protected Duration block(Reply reply) {
                return Duration.ofSeconds(60);
            }
        });
        // makes a refused write twice after the block
        all.put("RATE-04", site -> new ReferenceClient(site) {
            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                Reply reply = super.exchange(method, target, contentType, body);
                if (reply.status() == 429 && method.equals("POST")) {
                    site.waiting().accept(block(reply));
                    super.exchange(method, target, contentType, body);
                    site.waiting().accept(block(reply));
                    return super.exchange(method, target, contentType, body);
                }
                return reply;
            }
        });
        all.put("RATE-05", site -> new ReferenceClient(site) {
            @Override
            protected void pace() {}
        });
        // a library in between gives up
        all.put("RATE-07", site -> new ReferenceClient(site) {
            @Override
            protected Duration block(Reply reply) {
                Duration block = super.block(reply);
                if (block.compareTo(PATIENCE) > 0) {
                    throw new ClientFailure(0, "The operation timed out");
                }
                return block;
            }
        });
        // returns the pages before the block
        all.put("RATE-06", site -> new ReferenceClient(site) {
            @Override
            protected boolean waitsForEndOfBlock(String method, String target) {
                return !target.contains("gt");
            }

            @Override
            protected String answered(Reply reply, String what) {
                return reply.status() == 429 ? "[]" : super.answered(reply, what);
            }
        });
    }

    private static void network(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put("NET-01", site -> new ReferenceClient(site) {
            @Override
            protected boolean repeatsAfterError(String method) {
                return false;
            }
        });
        all.put("NET-02", site -> new ReferenceClient(site) {
            @Override
            protected boolean repeatsAfterSilence(String method, IOException reason) {
                return reason instanceof HttpTimeoutException && super.repeatsAfterSilence(method, reason);
            }
        });
        all.put("NET-03", site -> repeatingBroken("POST", site));
        all.put("NET-04", site -> new ReferenceClient(site) {
            @Override
            protected boolean repeatsAfterSilence(String method, IOException reason) {
                return reason instanceof HttpTimeoutException || super.repeatsAfterSilence(method, reason);
            }
        });
        all.put("NET-05", site -> new ReferenceClient(site) {
            @Override
            protected boolean repeatsAfterError(String method) {
                return method.equals("GET") || method.equals("POST");
            }
        });
        // gives up after half a second, whatever it was told: a slow answer comes too late
        all.put("NET-06", site -> new ReferenceClient(site) {
            @Override
            protected Duration patience() {
                return AT_LEAST;
            }
        });
        all.put("NET-07", site -> new ReferenceClient(site) {
            @Override
            protected boolean repeatsAfterSilence(String method, IOException reason) {
                return !(reason instanceof HttpTimeoutException) && super.repeatsAfterSilence(method, reason);
            }
        });
        redirects(all);
        all.put("NET-09", site -> repeatingBroken("PATCH", site));
        all.put("NET-11", site -> repeatingBroken("DELETE", site));
    }

    /** Makes a write again when its connection breaks, though it may have been done. */
    private static ReferenceClient repeatingBroken(String write, ClientSite site) {
        return new ReferenceClient(site) {
            @Override
            protected boolean repeatsAfterSilence(String method, IOException reason) {
                boolean broken = write.equals(method) && !(reason instanceof HttpTimeoutException);
                return broken || super.repeatsAfterSilence(method, reason);
            }
        };
    }

    private static void redirects(Map<String, Function<ClientSite, ConformanceClient>> all) {
        // goes wherever it is sent, with all it has
        all.put("NET-08", site -> new ReferenceClient(site) {
            @Override
            protected Reply redirected(Reply reply, String method, String contentType, String body) throws IOException {
                URI location = URI.create(reply.header("Location").orElseThrow());
                return sent(request(method, location, contentType, body));
            }
        });
        // looks what there is where it is sent to, as browsers do
        all.put(
                "NET-10",
                site -> WrongWaits.following(
                        site, (method, reply) -> reply.status() == 302 && method.equals("PATCH") ? "GET" : ""));
    }

    /** Follows redirects within the site, by the method that is told; an empty one stands for not at all. */
    static ReferenceClient following(ClientSite site, BiFunction<String, Reply, String> how) {
        return new ReferenceClient(site) {
            @Override
            protected Reply redirected(Reply reply, String method, String contentType, String body) throws IOException {
                URI location = URI.create(reply.header("Location").orElseThrow());
                String next = how.apply(method, reply);
                return next.isEmpty() || !site.url().getAuthority().equals(location.getAuthority())
                        ? super.redirected(reply, method, contentType, body)
                        : sent(request(next, location, contentType, next.equals("GET") ? "" : body));
            }
        };
    }
}
