package io.alignemulator.drift;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.FieldEvidence;
import io.alignemulator.catalogue.FieldEvidence.Known;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.rules.RuleEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What should be written into {@code openapi/rules.yaml} and the catalogue after a run: the differences first, then what is known better now. */
final class Patch {

    private static final String RULES = "openapi/rules.yaml";
    private static final Set<String> PROVEN = Set.of("observed", "documented");

    private final Catalogue catalogue;
    private final RuleBook rules;
    private final FieldEvidence evidence;
    private final Set<PatchLine> changes = new LinkedHashSet<>();

    private Patch(Catalogue catalogue, RuleBook rules) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.evidence = FieldEvidence.load();
    }

    static List<PatchLine> of(Findings findings, Catalogue catalogue, RuleBook rules) {
        Patch patch = new Patch(catalogue, rules);
        findings.all().forEach(patch::difference);
        findings.ofRules().forEach(patch::rule);
        findings.ofFields().forEach(patch::field);
        return List.copyOf(patch.changes);
    }

    private void difference(Finding finding) {
        finding.rules().stream()
                .flatMap(id -> rules.find(id).stream())
                .forEach(rule -> changes.add(new PatchLine(
                        RULES,
                        rule.id() + ".says",
                        rule.says(),
                        "not so: " + finding.observed() + " where it is expected: " + finding.expected(),
                        PatchLine.DIFFERENCE)));
        if (finding.rules().isEmpty()) {
            finding.subjects().forEach(subject -> place(subject, finding)
                    .ifPresent(at -> changes.add(new PatchLine(
                            at.file(), at.key(), finding.expected(), after(finding), PatchLine.DIFFERENCE))));
        }
    }

    private static String after(Finding finding) {
        return switch (finding.what()) {
            case "extra-key" -> "{type: " + finding.observed() + ", x-evidence: observed}";
            case "null" -> "null is a value too";
            default -> finding.observed();
        };
    }

    private record Place(String file, String key) {}

    /** Where the catalogue speaks of what differs; a header stands nowhere. */
    private Optional<Place> place(String subject, Finding finding) {
        return switch (finding.what()) {
            case "extra-header", "rate-limit" -> Optional.empty();
            case "type", "null" -> Optional.of(place(subject)).map(at -> new Place(at.file(), at.key() + ".type"));
            default -> Optional.of(place(subject));
        };
    }

    private Place place(String subject) {
        String[] names = subject.split("\\.", 2);
        String key = names.length < 2 ? "properties" : names[1].startsWith("x-") ? names[1] : "properties." + names[1];
        return catalogue
                .find(names[0])
                .map(resource -> new Place("openapi/resources/" + resource.name() + ".yaml", key))
                .orElseGet(() -> new Place("openapi/models.yaml", names[0] + "." + key));
    }

    private void rule(String id, String verdict) {
        Optional<RuleEntry> rule = rules.find(id);
        if (verdict.equals("confirmed")
                && rule.isPresent()
                && rule.get().evidence().isAssumed()) {
            changes.add(
                    new PatchLine(RULES, id + ".evidence", rule.get().evidence().name(), "O", PatchLine.EVIDENCE));
        }
    }

    private void field(String subject, String verdict) {
        Optional<Known> known = evidence.find(subject);
        String now = known.map(Patch::words).orElse("");
        String then = known.map(each -> words(proven(each, verdict.equals("confirmed"))))
                .orElse("");
        if (verdict.endsWith("confirmed") && !now.equals(then)) {
            Place at = place(subject);
            changes.add(new PatchLine(at.file(), at.key(), now, then, PatchLine.EVIDENCE));
        }
    }

    /** What is known once a site has shown the key, and perhaps a value of its type. */
    private static Known proven(Known before, boolean withValue) {
        String key = PROVEN.contains(before.key()) ? before.key() : "observed";
        boolean typeIsProven = withValue || PROVEN.contains(before.type());
        return new Known(key, typeIsProven ? key : before.type());
    }

    private static String words(Known known) {
        return "x-evidence: " + known.key()
                + (known.type().equals(known.key()) ? "" : ", x-type-evidence: " + known.type());
    }
}
