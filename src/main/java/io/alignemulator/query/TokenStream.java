package io.alignemulator.query;

import io.alignemulator.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a query option, read from left to right with one token of foresight. */
final class TokenStream {
    private final String text;
    private final List<Token> tokens;
    private int next;

    TokenStream(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        if (!token.is(Kind.END)) {
            next++;
        }
        return token;
    }

    Token take(Kind expected) {
        if (!peek().is(expected)) {
            throw unexpected();
        }
        return take();
    }

    boolean skip(Kind kind) {
        boolean there = peek().is(kind);
        if (there) {
            take();
        }
        return there;
    }

    boolean skipWord(String word) {
        boolean there = peek().isWord(word);
        if (there) {
            take();
        }
        return there;
    }

    /** {@code a/b/c}, up to the first name that does not follow a slash. */
    List<String> path() {
        List<String> names = new ArrayList<>();
        do {
            names.add(take(Kind.NAME).text());
        } while (skip(Kind.SLASH));
        return names;
    }

    QueryException unexpected() {
        return QueryException.syntax(text, peek().position());
    }
}
