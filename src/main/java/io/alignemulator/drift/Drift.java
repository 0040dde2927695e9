package io.alignemulator.drift;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.drift.Finding.What;
import io.alignemulator.drift.shape.Words;
import io.alignemulator.drift.site.LiveSite;
import io.alignemulator.drift.site.SiteAnswer;
import io.alignemulator.drift.site.Time;
import io.alignemulator.rules.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares a site with the rules and the catalogue: says what it is going to do, does it, reports. */
public final class Drift {

    /** Headers that any server or whoever stands before it may send, and those that the rules speak of. */
    private static final Set<String> USUAL = Set.of(
            "age",
            "allow",
            "alt-svc",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "etag",
            "expires",
            "keep-alive",
            "location",
            "nel",
            "permissions-policy",
            "pragma",
            "referrer-policy",
            "report-to",
            "retry-after",
            "server",
            "server-timing",
            "set-cookie",
            "strict-transport-security",
            "transfer-encoding",
            "vary",
            "via",
            "www-authenticate",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection");

    private final Catalogue catalogue = Catalogue.load();
    private final RuleBook rules = RuleBook.load();
    private final Probes probes = Probes.load();
    private final DriftOptions options;
    private final CallPlan plan;

    private Drift(DriftOptions options) {
        this.options = options;
        this.plan = CallPlan.of(catalogue, probes, options);
    }

    /** Throws {@link IllegalArgumentException} when there is nothing to ask. */
    public static Drift of(DriftOptions options) {
        return new Drift(options);
    }

    /** What is going to be done, in sentences. */
    public List<String> plan() {
        return plan.lines();
    }

    /**
     * Asks everything; ends early, with a report of what was seen, when the site asks for silence again and again.
     *
     * @param say told what whoever runs it has to know of a record that was written, its id included
     * @throws IllegalArgumentException when the site does not know the token, or does not answer
     */
    public Report run(Time time, Consumer<String> say) {
        LiveSite site = new LiveSite(options.site(), options.authorization(), time, plan.most());
        Findings findings = new Findings();
        Words words = new Words(catalogue, rules, probes.sentences());
        SiteReading reading = new SiteReading(site, options, words, findings, probes, catalogue);
        String note = "";
        try {
            greet(site, findings);
            reading.all(plan.resources());
            options.program().ifPresent(program -> new Writing(site, words, findings, reading)
                    .tryOut(probes.write(), catalogue.resource(probes.write().resource()), program, say));
        } catch (LiveSite.Stopped stopped) {
            note = String.valueOf(stopped.getMessage());
        }
        blocks(site, findings, words);
        Set<String> headers = headers(site, findings, words);
        return new Report(
                Report.FORMAT,
                Report.version(),
                note.isEmpty(),
                note,
                findings.ofRules(),
                findings.ofFields(),
                findings.all(),
                Patch.of(findings, catalogue, rules),
                reading.seen(),
                reading.answers(),
                headers);
    }

    private static void greet(LiveSite site, Findings findings) {
        SiteAnswer whoami = site.get("Users/whoami");
        if (whoami.status() == 0) {
            throw new IllegalArgumentException("The site does not answer");
        }
        if (whoami.status() == 401) {
            throw new IllegalArgumentException("The site does not take the token: 401");
        }
        if (whoami.status() / 100 == 3 || whoami.body().equals("html")) {
            throw new IllegalArgumentException(
                    "The site answers the token with a page or another address, not with the API: status "
                            + whoami.status());
        }
        if (whoami.status() == 200 && whoami.body().equals("object")) {
            findings.confirm(List.of("USER-07"), false);
        } else {
            findings.add(
                    What.STATUS,
                    List.of("USER-07"),
                    "GET Users/whoami",
                    "200, object",
                    whoami.status() + ", " + whoami.body(),
                    "answer");
        }
    }

    /** The limit is not provoked; a site that is stricter shows it by itself. */
    private static void blocks(LiveSite site, Findings findings, Words words) {
        site.block().ifPresent(block -> {
            findings.add(
                    What.RATE_LIMIT,
                    List.of("RATE-01"),
                    "any call",
                    "no 429 below 600 calls in 60 seconds",
                    "429 below 100 calls in 60 seconds",
                    "answer");
            if (block.headers().containsKey("retry-after")) {
                findings.add(
                        What.HEADER,
                        List.of("RATE-05"),
                        "429",
                        "no retry-after",
                        "retry-after: " + block.headers().get("retry-after"),
                        "answer");
            }
            String text = words.sentence(block.text());
            if (!text.equals("{number} too many requests")) {
                findings.add(What.SENTENCE, List.of("RATE-06"), "429", "{number} too many requests", text, "answer");
            }
        });
    }

    private static Set<String> headers(LiveSite site, Findings findings, Words words) {
        Map<Boolean, List<String>> names = site.headers().stream()
                .filter(name -> !name.startsWith("x-emulator-"))
                .collect(Collectors.partitioningBy(USUAL::contains));
        Set<String> all = new TreeSet<>(names.getOrDefault(true, List.of()));
        names.getOrDefault(false, List.of()).stream().map(words::header).forEach(name -> {
            all.add(name);
            findings.add(What.EXTRA_HEADER, List.of(), name, "not there", "there", "answer");
        });
        return all;
    }
}
