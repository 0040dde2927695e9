package io.alignemulator.query.parse;

import io.alignemulator.query.parse.SyntaxToken.Kind;
import io.alignemulator.query.value.QueryException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code a,b}: names, paths or stars with commas between them; one comma at the end is tolerated (rule LIST-12). */
public final class SelectParser {
    private final SyntaxTokens tokens;
    private final String text;

    private SelectParser(String text) {
        this.text = text;
        this.tokens = new SyntaxTokens(new Lexer(text, false, false));
    }

    /** The elements, each as its segments; none for blanks. */
    public static List<List<String>> elements(String text) {
        return new SelectParser(text).all();
    }

    private List<List<String>> all() {
        List<List<String>> elements = new ArrayList<>();
        if (tokens.current().is(Kind.END)) {
            return elements;
        }
        elements.add(element());
        while (tokens.skip(Kind.COMMA) && !tokens.current().is(Kind.END)) {
            elements.add(element());
        }
        if (!tokens.current().is(Kind.END)) {
            throw new QueryException("Term '" + text + "' is not valid in a $select or $expand expression.");
        }
        return elements;
    }

    private List<String> element() {
        List<String> segments = new ArrayList<>();
        do {
            segments.add(segment());
        } while (tokens.skip(Kind.SLASH));
        return segments;
    }

    private String segment() {
        String word = tokens.current().text();
        if (word.equals("$count")) {
            throw new QueryException("$count is not allowed in $select option.");
        }
        if (word.startsWith("$")) {
            throw new QueryException("Found system token '" + word + "' in select or expand clause '" + text + "'.");
        }
        return tokens.skip(Kind.STAR) ? word : tokens.identifier();
    }
}
