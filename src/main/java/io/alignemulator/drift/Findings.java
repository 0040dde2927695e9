package io.alignemulator.drift;

import io.alignemulator.drift.Finding.What;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run has found so far. The same difference in several places is one finding. */
final class Findings {

    private record Key(What what, List<String> rules, String subject, String expected, String observed) {}

    private final Map<Key, Finding> found = new LinkedHashMap<>();
    private final Map<String, Boolean> rules = new TreeMap<>();
    private final Map<String, Boolean> fields = new TreeMap<>();

    /** A difference; those of the same rule with the same words are told together. */
    void add(What what, List<String> ofRules, String subject, String expected, String observed, String where) {
        Key key = new Key(what, ofRules, ofRules.isEmpty() ? subject : "", expected, observed);
        Finding finding = found.computeIfAbsent(
                key,
                same -> new Finding(
                        what.word(),
                        what.isMore() ? "refines" : "breaks",
                        ofRules,
                        new TreeSet<>(),
                        expected,
                        observed,
                        new TreeSet<>()));
        finding.subjects().add(subject);
        finding.where().add(where);
    }

    /**
     * Rules that an answer agreed with.
     *
     * @param whole whether the answer shows all that the rule says
     */
    void confirm(Collection<String> ofRules, boolean whole) {
        ofRules.forEach(rule -> rules.merge(rule, whole, Boolean::logicalOr));
    }

    /**
     * A key of the catalogue that came.
     *
     * @param withValue whether a value of its type was there, and not only null
     */
    void field(String subject, boolean withValue) {
        fields.merge(subject, withValue, Boolean::logicalOr);
    }

    List<Finding> all() {
        return new ArrayList<>(found.values());
    }

    /** By rule: broken, refined, confirmed, or confirmed in part. */
    Map<String, String> ofRules() {
        Map<String, String> verdicts = new TreeMap<>();
        rules.forEach((rule, whole) -> verdicts.put(rule, whole ? "confirmed" : "confirmed in part"));
        found.values().forEach(each -> each.rules().forEach(rule -> worsen(verdicts, rule, each)));
        return verdicts;
    }

    /** By key: broken, refined, confirmed, or, where only null came, key confirmed. */
    Map<String, String> ofFields() {
        Map<String, String> verdicts = new TreeMap<>();
        fields.forEach((field, withValue) -> verdicts.put(field, withValue ? "confirmed" : "key confirmed"));
        Set<String> ofKeys =
                Set.of("missing-key", "extra-key", "type", "null", "computed", "date-form", "address-form");
        found.values().stream().filter(each -> ofKeys.contains(each.what())).forEach(each -> each.subjects()
                .forEach(field -> worsen(verdicts, field, each)));
        return verdicts;
    }

    private static void worsen(Map<String, String> verdicts, String id, Finding finding) {
        if (finding.breaks()) {
            verdicts.put(id, "broken");
        } else if (!"broken".equals(verdicts.get(id))) {
            verdicts.put(id, "refined");
        }
    }
}
