package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Clients that write wrongly, each in one way only, by the id of the requirement that they do not meet. */
public final class WrongWrites {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private WrongWrites() {}

    public static Map<String, Function<ClientSite, ConformanceClient>> all() {
        Map<String, Function<ClientSite, ConformanceClient>> all = new LinkedHashMap<>();
        ids(all);
        patches(all);
        bodies(all);
        spellings(all);
        answers(all);
        return all;
    }

    private static void ids(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put("WRITE-01", site -> new ReferenceClient(site) {
            @Override
            protected long newId(Object json) {
                if (json instanceof Number) {
                    throw new ClientFailure(0, "a number is no record");
                }
                return super.newId(json);
            }
        });
        all.put("WRITE-22", site -> believing(site, reply -> true));
        all.put("WRITE-02", site -> new ReferenceClient(site) {
            @Override
            protected long newId(Object json) {
                if (json instanceof Map) {
                    throw new ClientFailure(0, "a record is no id");
                }
                return super.newId(json);
            }
        });
    }

    /** Takes what came for the whole when a connection breaks. */
    static ReferenceClient believing(ClientSite site, Predicate<Reply> what) {
        return new ReferenceClient(site) {
            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                if (!method.equals("POST") || !target.equals("/Regions")) {
                    return super.exchange(method, target, contentType, body);
                }
                HttpRequest request =
                        request(method, URI.create(site.url() + "/rest/align/api/2" + target), contentType, body);
                try {
                    return WrongWrites.begun(request, what);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        };
    }

    private static Reply begun(HttpRequest request, Predicate<Reply> what) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        StringBuilder came = new StringBuilder();
        try (InputStream in = response.body()) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                came.append((char) next);
            }
        } catch (IOException e) {
            if (!what.test(new Reply(response.statusCode(), response.headers(), came.toString()))) {
                throw e;
            }
        }
        return new Reply(response.statusCode(), response.headers(), came.toString());
    }

    private static void patches(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put(
                "DATA-07",
                site -> patching(
                        site,
                        changes -> changed(
                                changes,
                                value -> value instanceof String text && text.length() > 32_767
                                        ? text.substring(0, 32_767)
                                        : value)));
        // sends the changes as an object first
        all.put("WRITE-03", site -> new ReferenceClient(site) {
            @Override
            public void patch(String collection, long id, Map<String, Object> changes) {
                call("PATCH", "/" + collection + "/" + id, "application/json", written(changes));
                super.patch(collection, id, changes);
            }
        });
        // sends a field that the site ignores besides
        all.put("WRITE-04", site -> new ReferenceClient(site) {
            @Override
            protected List<Map<String, Object>> operations(String collection, long id, Map<String, Object> changes) {
                List<Map<String, Object>> more = new ArrayList<>(super.operations(collection, id, changes));
                if (collection.equals("Features")) {
                    more.add(operation("lastUpdatedBy", "1"));
                }
                return more;
            }
        });
        // writes back what it read before
        all.put("WRITE-05", site -> new ReferenceClient(site) {
            private final Map<String, Object> read = new LinkedHashMap<>();

            @Override
            public Map<String, Object> get(String collection, long id) {
                Map<String, Object> record = super.get(collection, id);
                read.putAll(record);
                return record;
            }

            @Override
            protected List<Map<String, Object>> operations(String collection, long id, Map<String, Object> changes) {
                Map<String, Object> all = new LinkedHashMap<>();
                if (read.containsKey("hypothesis")) {
                    all.put("hypothesis", read.get("hypothesis"));
                }
                all.putAll(changes);
                return super.operations(collection, id, all);
            }
        });
        all.put(
                "WRITE-11",
                site -> patching(site, changes -> {
                    Map<String, Object> rest = new LinkedHashMap<>(changes);
                    rest.values().removeIf(value -> value == null);
                    return rest;
                }));
        all.put(
                "WRITE-12",
                site -> patching(site, changes -> changed(changes, value -> "".equals(value) ? null : value)));
    }

    private static ReferenceClient patching(ClientSite site, UnaryOperator<Map<String, Object>> changing) {
        return new ReferenceClient(site) {
            @Override
            protected List<Map<String, Object>> operations(String collection, long id, Map<String, Object> changes) {
                return super.operations(collection, id, changing.apply(changes));
            }
        };
    }

    private static Map<String, Object> changed(Map<String, Object> values, UnaryOperator<Object> change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        values.forEach((key, value) -> changed.put(key, change.apply(value)));
        return changed;
    }

    private static ReferenceClient sending(ClientSite site, UnaryOperator<Map<String, Object>> body) {
        return new ReferenceClient(site) {
            @Override
            protected Map<String, Object> body(Map<String, Object> values) {
                return body.apply(values);
            }
        };
    }

    private static void bodies(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put(
                "WRITE-06",
                site -> sending(site, values -> {
                    Map<String, Object> rest = new LinkedHashMap<>(values);
                    rest.values().removeIf(value -> value == null);
                    return rest;
                }));
        all.put(
                "WRITE-07",
                site -> sending(site, values -> {
                    Map<String, Object> more = new LinkedHashMap<>(values);
                    more.put("lastUpdatedDate", "2026-01-05T09:00:00Z");
                    return more;
                }));
        // declares a body as text until it is told that this is not taken
        all.put("WRITE-08", site -> new ReferenceClient(site) {
            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                if (method.equals("POST") && target.equals("/Products")) {
                    super.exchange(method, target, "text/plain", body);
                }
                return super.exchange(method, target, contentType, body);
            }
        });
        all.put(
                "WRITE-09",
                site -> sending(
                        site,
                        values -> changed(
                                values,
                                value -> value instanceof String text && text.matches("\\d{1,9}")
                                        ? Long.valueOf(text)
                                        : value)));
        all.put(
                "WRITE-10",
                site -> sending(site, values -> {
                    Map<String, Object> texts = new LinkedHashMap<>(values);
                    texts.replaceAll((key, value) -> key.endsWith("Id") ? String.valueOf(value) : value);
                    return texts;
                }));
    }

    /** Habits of other tools that the site reads otherwise, or not at all. */
    private static void spellings(Map<String, Function<ClientSite, ConformanceClient>> all) {
        // a column of numbers with gaps holds decimals
        all.put(
                "WRITE-15",
                site -> writing(
                        site, (key, value) -> key.equals("effortPoints") ? Double.valueOf(value + ".0") : value));
        // writes as its country does
        all.put(
                "WRITE-16",
                site -> writing(
                        site,
                        (key, value) -> value instanceof Double number
                                ? number.toString().replace('.', ',')
                                : value));
        all.put(
                "WRITE-17",
                site -> writing(
                        site,
                        (key, value) -> value instanceof String text
                                ? text.replaceAll("^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+)Z$", "$1")
                                : value));
        all.put("WRITE-18", site -> new ReferenceClient(site) {
            @Override
            protected List<Map<String, Object>> operations(String collection, long id, Map<String, Object> changes) {
                List<Map<String, Object>> operations = super.operations(collection, id, changes);
                operations.stream()
                        .filter(each -> "/benefits".equals(each.get("path")))
                        .forEach(each -> each.remove("op"));
                return operations;
            }
        });
    }

    /** Changes the values of whatever is written. */
    private static ReferenceClient writing(ClientSite site, BinaryOperator<Object> change) {
        return new ReferenceClient(site) {
            @Override
            protected Map<String, Object> body(Map<String, Object> values) {
                Map<String, Object> written = new LinkedHashMap<>(values);
                written.replaceAll(change::apply);
                return written;
            }

            @Override
            protected List<Map<String, Object>> operations(String collection, long id, Map<String, Object> changes) {
                return super.operations(collection, id, body(changes));
            }
        };
    }

    private static void answers(Map<String, Function<ClientSite, ConformanceClient>> all) {
        // wants a body in every answer
        all.put("WRITE-13", site -> new ReferenceClient(site) {
            @Override
            protected void done(Reply reply, String what) {
                super.done(reply, what);
                if (what.startsWith("patch") && reply.body().isEmpty()) {
                    throw new ClientFailure(reply.status(), "the answer is empty");
                }
            }
        });
        all.put("WRITE-14", site -> new ReferenceClient(site) {
            @Override
            protected void done(Reply reply, String what) {
                super.done(reply, what);
                if (what.startsWith("replace") && reply.status() != 204) {
                    throw new ClientFailure(reply.status(), "only 204 is a success");
                }
            }
        });
    }
}
