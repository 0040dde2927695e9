package io.alignemulator.console.records;

import io.alignemulator.access.Decision;
import io.alignemulator.catalogue.FieldEvidence;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.console.records.Kinds.Pointer;
import io.alignemulator.console.records.RecordView.Below;
import io.alignemulator.console.records.RecordView.Pointing;
import io.alignemulator.console.records.RecordView.Whole;
import io.alignemulator.console.view.Curl;
import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.Tree;
import io.alignemulator.console.view.Visit;
import io.alignemulator.world.Row;
import io.alignemulator.world.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One record of any resource: every field with its evidence, what it names and what names it, its audit log, the calls that read and change it. */
public final class RecordPage implements Page {

    private static final int SOME = 8;

    private final FieldEvidence evidence = FieldEvidence.load();

    @Override
    public Shown show(Glance glance) {
        Optional<Resource> resource = Kinds.find(glance.catalogue(), glance.variable("collection"));
        String id = glance.variable("id");
        Optional<Row> row = resource.flatMap(
                each -> Visit.number(id).flatMap(number -> glance.eyes().get(each.name(), number)));
        return row.map(found -> page(glance, found)).orElseGet(() -> missing(glance, resource, id));
    }

    private static Shown missing(Glance glance, Optional<Resource> resource, String id) {
        String title = "No such record";
        String record = resource.map(Resource::name).orElse("record") + " " + id;
        return glance.eyes().whole()
                ? glance.missing(
                        title,
                        "There is no " + record + ". It may have been there before a reset.",
                        resource.map(each -> list(glance, each)).orElse(Map.of()))
                : glance.missing(
                        title,
                        "This user sees no " + record + ": it is not there, or not in reach.",
                        resource.map(each -> why(glance, each, id)).orElse(Map.of()));
    }

    private static Map<String, String> list(Glance glance, Resource resource) {
        String name = Item.name(resource);
        return Map.of("All " + name, glance.links().records(name));
    }

    private static Map<String, String> why(Glance glance, Resource resource, String id) {
        String path = "/" + Item.name(resource).toLowerCase(Locale.ROOT) + "/" + id;
        String page = "/people/" + glance.visit().as().orElse(0) + "?verb=GET&path=" + Links.encoded(path);
        return Map.of("Why this user does not see it", glance.links().page(page));
    }

    private Shown page(Glance glance, Row row) {
        Resource resource = row.resource();
        Item item = Item.of(row, glance.links());
        String refusal = refusal(glance, row);
        List<FieldLine> lines = new FieldLines(glance, evidence, refusal.isEmpty()).of(row);
        return Shown.of(
                "record.jte",
                new RecordView(
                        glance.frame(item.title(), "/work"),
                        item,
                        Item.name(resource),
                        glance.links().records(Item.name(resource)),
                        Tree.ancestors(glance.world(), row).stream()
                                .filter(glance.eyes()::sees)
                                .map(each -> Item.of(each, glance.links()))
                                .toList(),
                        Kinds.path(row),
                        refusal,
                        lines.stream().filter(each -> !each.values().isEmpty()).toList(),
                        lines.stream().filter(each -> each.values().isEmpty()).toList(),
                        pointing(glance, row),
                        History.of(glance, row),
                        resource.subResources().contains("auditlog"),
                        curls(glance, row),
                        whole(glance, row, lines),
                        below(glance, row)));
    }

    private static String refusal(Glance glance, Row row) {
        if (!Kinds.takes(row.resource(), Verb.UPDATE)) {
            return "The API does not change records of this kind.";
        }
        if (glance.eyes().whole()) {
            return "";
        }
        return glance.eyes()
                .context()
                .map(each -> each.access().record(row, Verb.UPDATE))
                .filter(each -> !each.isAllowed())
                .map(Decision::reason)
                .orElse("");
    }

    private static List<Pointing> pointing(Glance glance, Row row) {
        List<Pointing> all = new ArrayList<>();
        for (Pointer pointer : Kinds.pointersTo(glance.catalogue(), row.resource())) {
            Table table = glance.world().table(pointer.owner());
            Object value = pointer.by().equals("id") ? Long.valueOf(row.id()) : row.get(pointer.by());
            if (value == null
                    || !table.isIndexed(pointer.path())
                    || !glance.eyes().isOpen(pointer.owner())) {
                continue;
            }
            List<Row> named = Kinds.naming(glance.world(), row, pointer, value).stream()
                    .filter(glance.eyes()::sees)
                    .toList();
            if (!named.isEmpty()) {
                all.add(pointing(glance, pointer, value, named));
            }
        }
        return all;
    }

    private static Pointing pointing(Glance glance, Pointer pointer, Object value, List<Row> named) {
        return new Pointing(
                Item.name(pointer.owner()),
                pointer.path(),
                named.size(),
                named.stream()
                        .limit(SOME)
                        .map(each -> Item.of(each, glance.links()))
                        .toList(),
                glance.links()
                        .page("/records/" + Links.encoded(Item.name(pointer.owner())) + "?field="
                                + Links.encoded(pointer.path()) + "&value=" + Links.encoded(value.toString())));
    }

    private static List<String> curls(Glance glance, Row row) {
        String token = glance.frame("", "").token();
        String url = url(glance, row);
        List<String> curls = new ArrayList<>(List.of(Curl.read(token, url)));
        if (Kinds.takes(row.resource(), Verb.UPDATE)) {
            String field =
                    row.resource().has("title") ? "title" : row.resource().has("name") ? "name" : "description";
            curls.add(Curl.write(
                    "PATCH",
                    token,
                    url,
                    "[{\"op\": \"replace\", \"path\": \"/" + field + "\", \"value\": \"Another " + field + "\"}]"));
        }
        return curls;
    }

    /** The keys that whoever looks may write; an answered PUT of them changes nothing. */
    private static Optional<Whole> whole(Glance glance, Row row, List<FieldLine> lines) {
        List<String> members = lines.stream()
                .filter(FieldLine::isEditable)
                .map(each -> "  \"" + each.name() + "\": " + each.json())
                .toList();
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new Whole(
                        "{\n" + String.join(",\n", members) + "\n}",
                        Curl.writeOf("PUT", glance.frame("", "").token(), url(glance, row))));
    }

    private static String url(Glance glance, Row row) {
        return glance.api() + Kinds.path(row).toLowerCase(Locale.ROOT);
    }

    private static List<Below> below(Glance glance, Row row) {
        Frame frame = glance.frame("", "");
        return Tree.below(row.resource().name()).stream()
                .filter(edge -> Kinds.takes(glance.catalogue().resource(edge.below()), Verb.CREATE))
                .map(edge -> new Below(
                        edge.below().toLowerCase(Locale.ROOT),
                        frame.links()
                                .page("/records/" + Item.name(glance.catalogue().resource(edge.below())) + "/new?"
                                        + edge.field() + "=" + row.id())))
                .toList();
    }
}
