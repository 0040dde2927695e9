package io.alignemulator.drift.shape;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Noun;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.rules.RuleEntry;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the values out of texts. A word stays only where the rules, the catalogue or the probes use it themselves; whatever else a site says becomes a placeholder. */
public final class Words {

    private static final String BASE = "/rest/align/api/2/";
    private static final int LONGEST = 400;
    private static final String UNKNOWN = "{word}";

    /** A placeholder of ours, a quotation, an address, a number, or a word. */
    private static final Pattern PART = Pattern.compile(
            "(?<ours>\\{[a-z]+})|(?<quoted>(?<![\\p{L}\\p{N}])'[^']*'|\"[^\"]*\")"
                    + "|(?<address>https?://\\S+|\\S+@\\S+)|(?<number>[-+]?\\p{N}+([.,:/-]\\p{N}+)*)|(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}_]*)");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*");

    /** Parts of the names of usual headers. */
    private static final List<String> OF_HEADERS = List.of(
            "x api supported deprecated versions version rate limit ratelimit remaining reset retry after request id trace"
                    + " correlation cache control location powered by total count link etag allow origin access");

    private final Set<String> known = new HashSet<>();

    /** @param sentences what the probes expect */
    public Words(Catalogue catalogue, RuleBook rules, Collection<String> sentences) {
        sentences.forEach(this::learn);
        OF_HEADERS.forEach(this::learn);
        rules.entries().stream().map(RuleEntry::says).forEach(this::learn);
        catalogue.resources().forEach(resource -> {
            learn(resource.noun().one() + " " + resource.noun().many());
            resource.fields().forEach(field -> learn(field.name()));
            resource.routes().forEach(route -> learn(route.path()));
        });
    }

    private void learn(String text) {
        WORD.matcher(text).results().map(MatchResult::group).forEach(each -> known.add(lower(each)));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** A sentence with placeholders for all that is not ours. */
    public String sentence(String text) {
        return text.length() > LONGEST
                ? "{longtext}"
                : PART.matcher(text.strip()).replaceAll(this::shown);
    }

    private String shown(MatchResult found) {
        Matcher part = (Matcher) found;
        String text = part.group();
        if (part.group("quoted") != null) {
            return "{quoted}";
        }
        if (part.group("address") != null) {
            return "{address}";
        }
        if (part.group("number") != null) {
            return "{number}";
        }
        return part.group("ours") != null || known.contains(lower(text)) ? text : UNKNOWN;
    }

    /** The same sentence for all collections. */
    public String generic(String sentence, Noun noun) {
        return sentence.replaceFirst("\\b" + Pattern.quote(noun.many()) + "\\b", "{many}")
                .replaceFirst("\\b" + Pattern.quote(noun.one()) + "\\b", "{one}");
    }

    /** The name of a key that the catalogue does not have: those of models are plain words, and numbers in it could be ids. */
    public String key(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]{0,59}") ? name.replaceAll("\\d{3,}", "#") : "{key}";
    }

    /** The name of a header; parts that could name an organisation are left out. */
    public String header(String name) {
        return Pattern.compile("[^-]+")
                .matcher(name)
                .replaceAll(part -> known.contains(part.group()) ? part.group() : UNKNOWN);
    }

    /**
     * The form of an address.
     *
     * @param site scheme, host and port of the site
     * @param path below the base, which it may hold
     */
    public String address(String text, String site, String path) {
        String rest = text.startsWith(site) ? text.substring(site.length()) : text.replaceFirst("^https?://[^/]*", "");
        String host = text.startsWith(site) ? "{site}" : text.equals(rest) ? "" : "{host}";
        String form = rest.replace(BASE, "{base}").replace(path, "{list}").replaceAll("/\\d+(?=/|$)", "/{number}");
        return host + PART.matcher(form).replaceAll(this::shown);
    }
}
