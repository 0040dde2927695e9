package io.alignemulator.drift;

import io.alignemulator.catalogue.Noun;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.drift.Finding.What;
import io.alignemulator.drift.shape.Words;
import io.alignemulator.drift.site.SiteAnswer;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares an answer with what a probe expects: status first, and the rest where the status is as expected. */
final class ProbeCheck {

    private final Findings findings;
    private final Words words;
    private final String where;

    /** @param where answer or write */
    ProbeCheck(Findings findings, Words words, String where) {
        this.findings = findings;
        this.words = words;
        this.where = where;
    }

    /**
     * Notes what differs, or that nothing does.
     *
     * @param plain ids of the plain list of the collection
     */
    void check(Probe probe, Resource resource, List<Long> plain, SiteAnswer answer) {
        if (answer.status() == 0) {
            return;
        }
        int before = findings.all().size();
        if (answer.status() != probe.status()) {
            add(What.STATUS, probe, String.valueOf(probe.status()), answer.status() + ", " + answer.body());
            return;
        }
        probe.body()
                .filter(body -> !body.equals(answer.body()))
                .ifPresent(body -> add(What.BODY, probe, body, answer.body()));
        probe.type().ifPresent(type -> header(probe, "content-type", type, answer));
        probe.headers().ifPresent(all -> all.forEach((name, kind) -> header(probe, name, kind, answer)));
        probe.sentence().ifPresent(sentence -> sentence(probe, resource, sentence, answer));
        probe.rows()
                .filter(rows -> rows != answer.rows().size())
                .ifPresent(rows -> add(
                        What.ROWS,
                        probe,
                        rows + " rows",
                        more(rows, answer.rows().size())));
        probe.ids()
                .filter(ids -> !fit(ids, plain, answer.ids()))
                .ifPresent(ids -> add(What.ROWS, probe, ids + " ids", "other records, or another order"));
        probe.keys().ifPresent(keys -> keys(probe, resource, keys, answer));
        if (findings.all().size() == before) {
            findings.confirm(probe.rules(), !probe.part());
        }
    }

    private static String more(int expected, int observed) {
        return observed > expected ? "more" : "fewer";
    }

    private void add(What what, Probe probe, String expected, String observed) {
        findings.add(what, probe.rules(), probe.name(), expected, observed, where);
    }

    private void header(Probe probe, String name, String kind, SiteAnswer answer) {
        String observed = answer.headers().getOrDefault(name, "not there");
        if (!observed.equals(kind)) {
            add(What.HEADER, probe, name + ": " + kind, name + ": " + observed);
        }
    }

    private static boolean fit(String wanted, List<Long> plain, List<Long> ids) {
        return switch (wanted) {
            case "ascending" -> ids.equals(ids.stream().sorted().toList());
            case "descending" ->
                ids.equals(ids.stream().sorted(Comparator.reverseOrder()).toList());
            default ->
                ids.equals(plain.subList(0, Math.min(plain.size(), ids.size()))) && ids.isEmpty() == plain.isEmpty();
        };
    }

    /** Keys that the catalogue does not have are told of the record itself. */
    private void keys(Probe probe, Resource resource, List<String> keys, SiteAnswer answer) {
        List<String> observed = answer.rows().stream()
                .findFirst()
                .map(row -> row.propertyNames().stream().filter(resource::has).toList())
                .orElse(keys);
        if (!observed.equals(keys)) {
            add(What.BODY, probe, String.join(", ", keys), String.join(", ", observed));
        }
    }

    /** Where only the noun is another one the catalogue is to be mended, not the rule. */
    private void sentence(Probe probe, Resource resource, String template, SiteAnswer answer) {
        Noun noun = resource.noun();
        String expected = template.replace("{one}", noun.one()).replace("{many}", noun.many());
        String observed = answer.body().equals("text") ? words.sentence(answer.text()) : answer.body();
        if (observed.equals(expected)) {
            return;
        }
        String form = Pattern.quote(template)
                .replace("{one}", "\\E(?<noun>[^.]+?)\\Q")
                .replace("{many}", "\\E(?<noun>[^.]+?)\\Q");
        Matcher other = Pattern.compile(form).matcher(observed);
        if (other.matches() && form.contains("?<noun>")) {
            String key = template.contains("{one}") ? "one" : "many";
            String known = key.equals("one") ? noun.one() : noun.many();
            findings.add(What.NOUN, List.of(), resource.name() + ".x-noun." + key, known, other.group("noun"), where);
            findings.confirm(probe.rules(), !probe.part());
        } else {
            add(What.SENTENCE, probe, template, words.generic(observed, noun));
        }
    }
}
