package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ConformanceClient.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides a list into pages. */
public abstract class Pages {

    /** More than that no page has. */
    static final int ROWS = 100;

    private final QueryText text;
    private final Query query;

    protected Pages(QueryText text, Query query) {
        this.text = text;
        this.query = query;
    }

    /** The end of the address of the next page. */
    protected abstract String next();

    /** Notes what came. */
    protected abstract void read(List<Map<String, Object>> page);

    /** The query of a page. */
    protected String page(List<String> moreTerms, Map<String, String> moreOptions) {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> terms = new ArrayList<>();
        query.filter().ifPresent(terms::add);
        query.where().forEach((field, value) -> terms.add(text.equal(field, value)));
        if (query.live()) {
            terms.addAll(text.live());
        }
        terms.addAll(moreTerms);
        if (!terms.isEmpty()) {
            options.put("$filter", text.all(terms));
        }
        if (!query.select().isEmpty()) {
            options.put("$select", String.join(",", selected()));
        }
        options.putAll(moreOptions);
        options.put("$top", Integer.toString(rows()));
        if (query.expand()) {
            options.put("expand", "true");
        }
        return text.query(options);
    }

    protected int rows() {
        return ROWS;
    }

    /** The keys that were asked for, and the id. */
    protected List<String> selected() {
        List<String> keys = new ArrayList<>(query.select());
        if (!keys.contains("id")) {
            keys.add("id");
        }
        return keys;
    }

    /** By ascending id, each page after the last id of the one before. */
    static class ByKey extends Pages {

        private long last = Long.MIN_VALUE;

        ByKey(QueryText text, Query query) {
            super(text, query);
        }

        @Override
        protected String next() {
            return page(last == Long.MIN_VALUE ? List.of() : List.of("id gt " + last), Map.of("$orderby", "id"));
        }

        @Override
        protected void read(List<Map<String, Object>> page) {
            long before = last;
            for (Map<String, Object> record : page) {
                last = Math.max(last, Long.parseLong(String.valueOf(record.get("id"))));
            }
            if (last == before && !page.isEmpty()) {
                throw new ClientFailure(0, "The site gives the same page again and again");
            }
        }
    }

    /** In another order, each page after as many rows as were read. */
    static class BySkip extends Pages {

        private final String orderby;
        private int skipped;

        BySkip(QueryText text, Query query) {
            super(text, query);
            this.orderby = query.orderby().orElse("id");
        }

        @Override
        protected String next() {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("$orderby", orderby);
            options.put("$skip", Integer.toString(skipped));
            return page(List.of(), options);
        }

        @Override
        protected void read(List<Map<String, Object>> page) {
            skipped += page.size();
        }
    }
}
