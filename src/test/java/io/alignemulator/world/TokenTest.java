package io.alignemulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.alignemulator.world.Token.Grant;
import io.alignemulator.world.Token.Scope;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token is good for, and until when. */
class TokenTest {

    private static final Instant END = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:59:59.999999999Z, false",
        "2026-11-20T10:00:00Z, true",
        "2026-11-20T10:00:00.000000001Z, true"
    })
    void isWorthNothingFromItsEndOn(Instant now, boolean isExpired) {
        Grant grant = new Grant(Scope.READ_WRITE, Optional.of(END));
        assertEquals(isExpired, new Token(7, Optional.of(grant)).isExpired(now));
    }

    @Test
    void withoutAnEndIsWorthTheSameForEver() {
        assertFalse(Token.of(7).isExpired(Instant.MAX));
        assertFalse(new Token(7, Optional.of(new Grant(Scope.READ, Optional.empty()))).isExpired(Instant.MAX));
    }

    @ParameterizedTest
    @CsvSource({"read, READ, true", "read-write, READ_WRITE, false"})
    void aScopeIsWrittenInOneWayAndSaysWhetherItsHolderMayWrite(String text, Scope scope, boolean readsOnly) {
        assertEquals(text, scope.text());
        assertEquals(Optional.of(scope), Scope.of(text));
        assertEquals(readsOnly, new Token(7, Optional.of(new Grant(scope, Optional.empty()))).readsOnly());
    }

    @Test
    void aTokenOfTheSiteItselfIsNotOfTheSignOn() {
        assertEquals(new Token(7, Optional.empty()), Token.of(7));
        assertFalse(Token.of(7).readsOnly());
        for (String text : new String[] {"", "READ", "read_write", "write"}) {
            assertEquals(Optional.empty(), Scope.of(text), text);
        }
    }
}
