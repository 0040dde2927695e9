package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Clients that read wrongly, each in one way only, by the id of the requirement that they do not meet. */
public final class WrongReads {

    private WrongReads() {}

    public static Map<String, Function<ClientSite, ConformanceClient>> all() {
        Map<String, Function<ClientSite, ConformanceClient>> all = new LinkedHashMap<>();
        pages(all);
        queries(all);
        relying(all);
        data(all);
        return all;
    }

    private static void pages(Map<String, Function<ClientSite, ConformanceClient>> all) {
        // reads two pages at most
        all.put("PAGE-01", site -> new ReferenceClient(site) {
            private int read;

            @Override
            protected boolean isLast(List<Map<String, Object>> page, Pages pages) {
                return ++read == 2 || super.isLast(page, pages);
            }
        });
        // takes an empty page behind a full one for an error
        all.put("PAGE-02", site -> new ReferenceClient(site) {
            private boolean full;

            @Override
            protected boolean isLast(List<Map<String, Object>> page, Pages pages) {
                if (full && page.isEmpty()) {
                    throw new ClientFailure(0, "the page is empty");
                }
                full = page.size() == Pages.ROWS;
                return super.isLast(page, pages);
            }
        });
        // asks for more rows than a page can have
        all.put(
                "PAGE-03",
                site -> paging(site, query -> new Pages.ByKey(new QueryText(), query) {
                    @Override
                    protected int rows() {
                        return 500;
                    }
                }));
        // stops at a page with fewer rows than were asked for
        all.put("PAGE-04", site -> new ReferenceClient(site) {
            @Override
            protected boolean isLast(List<Map<String, Object>> page, Pages pages) {
                return pages instanceof Pages.ByKey ? page.size() < Pages.ROWS : super.isLast(page, pages);
            }
        });
        // keeps rows that come twice
        all.put("PAGE-05", site -> new ReferenceClient(site) {
            @Override
            protected void keep(Map<Object, Map<String, Object>> byId, Map<String, Object> record) {
                byId.put(byId.size(), record);
            }
        });
        // skips what was read, although rows may vanish
        all.put("PAGE-06", site -> paging(site, query -> new Pages.BySkip(new QueryText(), query)));
        // skips what was asked for
        all.put("PAGE-07", site -> new ReferenceClient(site) {
            @Override
            protected Pages pages(Query query) {
                return query.orderby().isEmpty()
                        ? super.pages(query)
                        : new Pages.BySkip(filters(), query) {
                            @Override
                            protected void read(List<Map<String, Object>> page) {
                                super.read(new ArrayList<>(java.util.Collections.nCopies(ROWS, Map.of())));
                            }
                        };
            }
        });
    }

    private static ReferenceClient paging(ClientSite site, Function<ConformanceClient.Query, Pages> paging) {
        return new ReferenceClient(site) {
            @Override
            protected Pages pages(Query query) {
                return query.orderby().isEmpty() ? paging.apply(query) : super.pages(query);
            }
        };
    }

    static ReferenceClient writing(ClientSite site, QueryText text) {
        return new ReferenceClient(site) {
            @Override
            protected QueryText filters() {
                return text;
            }
        };
    }

    /** Leaves a character as it is, where it means something in an address. */
    private static ReferenceClient notEncoding(ClientSite site, String encoded, String character) {
        return writing(site, new QueryText() {
            @Override
            protected String encoded(String text) {
                return super.encoded(text).replace(encoded, character);
            }
        });
    }

    private static void queries(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put(
                "QUERY-01",
                site -> writing(site, new QueryText() {
                    @Override
                    protected String quoted(String text) {
                        return "'" + text + "'";
                    }
                }));
        all.put("QUERY-02", site -> notEncoding(site, "%26", "&"));
        all.put("QUERY-03", site -> notEncoding(site, "%2B", "+"));
        all.put("QUERY-04", site -> notEncoding(site, "%25", "%"));
        all.put("QUERY-05", site -> notEncoding(site, "%23", "#"));
        all.put(
                "QUERY-06",
                site -> writing(site, new QueryText() {
                    @Override
                    protected String encoded(String text) {
                        return URLEncoder.encode(text, StandardCharsets.ISO_8859_1)
                                .replace("+", "%20");
                    }
                }));
        all.put(
                "QUERY-07",
                site -> writing(site, new QueryText() {
                    @Override
                    protected String literal(Object value) {
                        return value == null ? "'null'" : super.literal(value);
                    }
                }));
        all.put(
                "QUERY-08",
                site -> writing(site, new QueryText() {
                    @Override
                    protected String literal(Object value) {
                        return value instanceof Number ? "'" + value + "'" : super.literal(value);
                    }
                }));
        all.put(
                "QUERY-09",
                site -> writing(site, new QueryText() {
                    @Override
                    protected String query(Map<String, String> options) {
                        return super.query(options) + "&limit=100";
                    }
                }));
        // reads whole records and throws most of them away
        all.put("QUERY-10", site -> new ReferenceClient(site) {
            @Override
            protected Pages pages(Query query) {
                return super.pages(new Query(
                        query.filter(), query.where(), List.of(), query.orderby(), query.expand(), query.live()));
            }
        });
        // cuts an address that it thinks is too long
        all.put(
                "QUERY-11",
                site -> writing(site, new QueryText() {
                    @Override
                    protected String encoded(String text) {
                        String encoded = super.encoded(text);
                        return encoded.length() <= 2000
                                ? encoded
                                : encoded.substring(0, encoded.indexOf("%20or", 1900));
                    }
                }));
        all.put(
                "QUERY-12",
                site -> writing(site, new QueryText() {
                    @Override
                    protected String query(Map<String, String> options) {
                        return super.query(options).replace("expand=", "$expand=");
                    }
                }));
        // returns records by their ids, whatever was asked for
        all.put("QUERY-13", site -> new ReferenceClient(site) {
            @Override
            public List<Map<String, Object>> list(String collection, Query query) {
                return super.list(collection, query).stream()
                        .sorted((a, b) ->
                                Long.compare(((Number) a.get("id")).longValue(), ((Number) b.get("id")).longValue()))
                        .toList();
            }
        });
        // asks for a version first, as other tools have one
        all.put("QUERY-14", site -> new ReferenceClient(site) {
            private boolean asked;

            @Override
            protected Reply exchange(String method, String target, String contentType, String body) throws IOException {
                if (!asked) {
                    asked = true;
                    super.exchange("GET", "/version", "", "");
                }
                return super.exchange(method, target, contentType, body);
            }
        });
    }

    /** Habits that other sites do not grant. */
    private static void relying(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put(
                "QUERY-15",
                site -> writing(site, new QueryText() {
                    @Override
                    protected String query(Map<String, String> options) {
                        return super.query(options).replace("$top=", "top=");
                    }
                }));
        all.put("QUERY-16", site -> respelt(site, "^id eq (\\d+) or id eq (\\d+)$", "id in ($1,$2)"));
        all.put("QUERY-17", site -> respelt(site, "(T\\d\\d:\\d\\d:\\d\\d)Z", "$1"));
    }

    /** A client that spells a part of its filters otherwise. */
    private static ConformanceClient respelt(ClientSite site, String part, String otherwise) {
        return writing(site, new QueryText() {
            @Override
            protected String all(List<String> terms) {
                return super.all(terms).replaceAll(part, otherwise);
            }
        });
    }

    static ReferenceClient receiving(ClientSite site, Function<Map<String, Object>, Map<String, Object>> received) {
        return new ReferenceClient(site) {
            @Override
            protected Map<String, Object> received(Map<String, Object> record) {
                return received.apply(record);
            }
        };
    }

    /** Changes the values of records that are read. */
    static ReferenceClient converting(ClientSite site, Conversion conversion) {
        return receiving(site, record -> {
            Map<String, Object> converted = new LinkedHashMap<>();
            record.forEach((key, value) -> converted.put(key, conversion.of(key, value)));
            return converted;
        });
    }

    interface Conversion {
        Object of(String key, Object value);
    }

    private static void data(Map<String, Function<ClientSite, ConformanceClient>> all) {
        all.put(
                "DATA-01",
                site -> receiving(site, record -> {
                    if (record.containsKey("surprise")) {
                        throw new ClientFailure(0, "unknown field surprise");
                    }
                    return record;
                }));
        all.put(
                "DATA-02",
                site -> receiving(site, record -> {
                    Map<String, Object> rest = new LinkedHashMap<>(record);
                    rest.values().removeIf(Objects::isNull);
                    return rest;
                }));
        all.put("DATA-03", site -> new ReferenceClient(site) {
            @Override
            protected Charset reading() {
                return StandardCharsets.ISO_8859_1;
            }
        });
        all.put("DATA-04", site -> new ReferenceClient(site) {
            @Override
            protected Charset writing() {
                return StandardCharsets.ISO_8859_1;
            }
        });
        all.put(
                "DATA-05",
                site -> converting(
                        site, (key, value) -> value instanceof String text ? text.replaceAll("<[^>]*>", "") : value));
        all.put(
                "DATA-06",
                site -> converting(
                        site,
                        (key, value) -> value instanceof String text && text.length() > 32_767
                                ? text.substring(0, 32_767)
                                : value));
        all.put(
                "DATA-08",
                site -> converting(site, (key, value) -> {
                    if (key.equals("createDate") && value instanceof String time && !time.contains(".")) {
                        throw new ClientFailure(0, "no time: " + time);
                    }
                    return value;
                }));
        all.put(
                "DATA-09",
                site -> converting(site, (key, value) -> {
                    if (key.equals("startDate") && value instanceof String time && time.contains(".")) {
                        throw new ClientFailure(0, "no time: " + time);
                    }
                    return value;
                }));
        all.put(
                "DATA-10",
                site -> converting(
                        site,
                        (key, value) ->
                                value instanceof String text && text.matches("\\d{1,9}") ? Long.valueOf(text) : value));
        all.put("DATA-11", site -> converting(site, (key, value) -> key.equals("id") ? String.valueOf(value) : value));
        all.put(
                "DATA-12",
                site -> converting(site, (key, value) -> value instanceof Double number ? Math.round(number) : value));
        all.put(
                "DATA-13",
                site -> converting(
                        site,
                        (key, value) -> key.startsWith("is") && value instanceof Number number && number.intValue() >= 0
                                ? number.intValue() != 0
                                : value));
        all.put(
                "DATA-14",
                site -> converting(
                        site,
                        (key, value) -> key.equals("customFields") && value instanceof List<?> ? Map.of() : value));
    }
}
