package io.alignemulator.console.records;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.console.view.Curl;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.TitleSearch;
import io.alignemulator.console.view.Viewpoint;
import io.alignemulator.world.Row;
import io.alignemulator.world.Table;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The records of any resource that are seen, a page of them at a time, by ascending id as the API lists them. */
public final class RecordsPage implements Page {

    static final int SIZE = 100;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    @Override
    public Shown show(Glance glance) {
        return Kinds.find(glance.catalogue(), glance.variable("collection"))
                .map(resource -> page(glance, resource))
                .orElseGet(() -> glance.missing("No such collection", "There is no collection of that name."));
    }

    private static Shown page(Glance glance, Resource resource) {
        String q = glance.parameter("q");
        String field = glance.parameter("field");
        long skip = (long) glance.count("page") * SIZE;
        boolean isWhole = q.isEmpty() && field.isEmpty();
        String name = Item.name(resource);
        // one more tells whether there is another page
        List<Row> rows =
                isWhole && glance.eyes().isOpen(resource) && glance.eyes().seesAll(resource)
                        ? glance.world().table(resource).page(skip, SIZE + 1)
                        : Viewpoint.page(
                                candidates(glance, resource, field), TitleSearch.of(resource, q), skip, SIZE + 1);
        return Shown.of(
                "records.jte",
                new RecordsView(
                        glance.frame(name, "/work"),
                        name,
                        glance.eyes().refusal(resource),
                        isWhole ? glance.eyes().count(resource).words() : "",
                        q,
                        field,
                        glance.parameter("value"),
                        rows.stream()
                                .limit(SIZE)
                                .map(each -> Item.of(each, glance.links()))
                                .toList(),
                        skip + 1,
                        skip > 0 ? there(glance, name, skip / SIZE - 1) : "",
                        rows.size() > SIZE ? there(glance, name, skip / SIZE + 1) : "",
                        Kinds.takes(resource, Verb.CREATE) ? glance.links().page("/records/" + name + "/new") : "",
                        Curl.read(glance, "/" + resource.collection().toLowerCase(Locale.ROOT))));
    }

    /** The rows among which those are that are asked for: all that are seen, or those that hold a value. */
    private static Iterator<Row> candidates(Glance glance, Resource resource, String field) {
        Table table = glance.world().table(resource);
        String q = glance.parameter("q");
        if (field.isEmpty() && !q.isEmpty()) {
            return glance.eyes()
                    .among(resource, TitleSearch.among(table, q), row -> true)
                    .iterator();
        }
        if (field.isEmpty() || !table.isIndexed(field) || !glance.eyes().isOpen(resource)) {
            return glance.eyes().all(resource).iterator();
        }
        String text = glance.parameter("value");
        Object value = NUMBER.matcher(text).matches() && table.count(field, text) == 0 ? Long.valueOf(text) : text;
        return glance.eyes().seen(table.find(field, value)).iterator();
    }

    private static String there(Glance glance, String name, long page) {
        StringBuilder address = new StringBuilder("/records/" + name + "?page=" + page);
        for (String key : List.of("q", "field", "value")) {
            if (!glance.parameter(key).isEmpty()) {
                address.append('&').append(key).append('=').append(Links.encoded(glance.parameter(key)));
            }
        }
        return glance.links().page(address.toString());
    }
}
