package io.alignemulator.query.parse;

import io.alignemulator.query.parse.SyntaxToken.Kind;
import io.alignemulator.query.value.QueryException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of a query option, read from left to right with one token of foresight. */
final class SyntaxTokens {
    private final Lexer lexer;
    private SyntaxToken current;
    private @Nullable SyntaxToken next;

    SyntaxTokens(Lexer lexer) {
        this.lexer = lexer;
        this.current = lexer.at(0);
    }

    SyntaxToken current() {
        return current;
    }

    SyntaxToken peek() {
        SyntaxToken known = next;
        if (known == null) {
            known = lexer.at(current.end());
            next = known;
        }
        return known;
    }

    SyntaxToken take() {
        SyntaxToken taken = current;
        if (!taken.is(Kind.END)) {
            current = peek();
            next = null;
        }
        return taken;
    }

    boolean skip(Kind kind) {
        boolean there = current.is(kind);
        if (there) {
            take();
        }
        return there;
    }

    boolean skipWord(String word) {
        boolean there = current.isWord(word);
        if (there) {
            take();
        }
        return there;
    }

    /** Refuses another token, telling where it ends. */
    void expect(Kind kind) {
        if (!current.is(kind)) {
            throw QueryException.syntax(lexer.text(), current.end());
        }
    }

    void open() {
        if (!skip(Kind.OPEN)) {
            throw unexpected("'(' expected");
        }
    }

    void close(String otherwise) {
        if (!skip(Kind.CLOSE)) {
            throw unexpected(otherwise);
        }
    }

    /** The name that stands here. */
    String identifier() {
        if (!current.is(Kind.NAME)) {
            throw new QueryException("An identifier was expected at position " + current.position() + ".");
        }
        return take().text();
    }

    /** The name of the function whose parenthesis follows without a blank; it may have dots. The parenthesis is next then. */
    Optional<String> function() {
        int start = current.position();
        SyntaxToken last = current;
        SyntaxToken following = touching(last);
        while (following != null && following.is(Kind.DOT)) {
            SyntaxToken name = touching(following);
            if (name == null || !name.is(Kind.NAME)) {
                return Optional.empty();
            }
            last = name;
            following = touching(last);
        }
        if (following == null || !following.is(Kind.OPEN)) {
            return Optional.empty();
        }
        current = following;
        next = null;
        return Optional.of(lexer.text().substring(start, last.end()));
    }

    private @Nullable SyntaxToken touching(SyntaxToken token) {
        int end = token.end();
        boolean follows =
                end < lexer.text().length() && (".(".indexOf(lexer.text().charAt(end)) >= 0 || token.is(Kind.DOT));
        SyntaxToken following = follows ? lexer.at(end) : null;
        return following != null && following.position() == end ? following : null;
    }

    /** {@code a.b.c}. */
    String dotted() {
        StringBuilder name = new StringBuilder(identifier());
        while (skip(Kind.DOT)) {
            expect(Kind.NAME);
            name.append('.').append(take().text());
        }
        return name.toString();
    }

    /** The number that stands here is that of a minus before it. */
    void negate() {
        SyntaxToken number = current;
        current = new SyntaxToken(number.kind(), "-" + number.text(), number.position(), number.end());
    }

    /** Tells where the current token begins. */
    QueryException unexpected(String what) {
        return QueryException.at(what, current.position(), lexer.text());
    }

    /** The operator that stands here is one that this site does not take. */
    QueryException noSuchOperator() {
        String sentence = QueryException.syntax(lexer.text(), current.end()).reason();
        return new QueryException(QueryException.Ground.IN, sentence)
                .hint("The operator in is not taken here; the setting in-operator accepts it.");
    }

    QueryException unrecognised(SyntaxToken token, String type) {
        return new QueryException("Unrecognized '" + type + "' literal '" + token.text() + "' at '" + token.position()
                + "' in '" + lexer.text() + "'.");
    }
}
