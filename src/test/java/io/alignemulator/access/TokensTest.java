package io.alignemulator.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.AccessSettings.TokenForm;
import io.alignemulator.world.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tokens of a site: whose they are, what their users are called, which of them an exchange ends, and how they look. */
@Rule({"AUTH-04", "AUTH-05", "EMUL-45"})
class TokensTest {

    private static final Token SIGN_ON = new Token(4, Optional.of(new Token.Grant(Token.Scope.READ, Optional.empty())));

    /** Two users with names, one without. */
    private final Tokens site = Tokens.holding(Map.of(
            "user:4|team-member",
            Token.of(4),
            "user:4|A1",
            Token.of(4),
            "ATATT3x",
            SIGN_ON,
            "user:2|B2",
            Token.of(2),
            "user:3|reader",
            Token.of(3),
            "user:3|a-reader",
            Token.of(3)));

    @Test
    void usersAreCalledByTheWordInTheirTokenOrElseByTheirId() {
        assertEquals("team-member", site.nameOf(4));
        assertEquals("a-reader", site.nameOf(3), "the first in the order of the alphabet");
        assertEquals("user-2", site.nameOf(2));
        assertEquals("user-99", site.nameOf(99));
        assertEquals(Optional.of(4L), site.named("team-member"));
        assertEquals(Optional.of(2L), site.named("user-2"));
        assertEquals(Optional.empty(), site.named("user-4"));
        assertEquals(Optional.empty(), site.named("user-99"));
    }

    @ParameterizedTest
    @CsvSource({
        "user:1|word, word",
        "user:1|two-words2, two-words2",
        "|word, word",
        "user:1|Word, user-1",
        "user:1|2words, user-1",
        "user:1|w|ord, user-1",
        "user:1|word!, user-1",
        "word, user-1"
    })
    void aWordIsLowerCaseBehindTheOnlyBar(String text, String name) {
        assertEquals(name, Tokens.of(Map.of(text, 1L)).nameOf(1));
    }

    @Test
    void eachUserIsShownWithOneTokenInTheOrderOfTheirIds() {
        List<String> shown = site.byName().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
        assertEquals(List.of("user-2=user:2|B2", "a-reader=user:3|a-reader", "team-member=user:4|team-member"), shown);
        Tokens late = Tokens.holding(Map.of("ATATT3a", SIGN_ON, "user:4|Z", Token.of(4), "user:4|Y", Token.of(4)));
        assertEquals(Map.of("user-4", "user:4|Y"), late.byName(), "one of the site itself, the first of them");
        assertEquals(
                Map.of("user-4", "ATATT3a"),
                Tokens.holding(Map.of("ATATT3a", SIGN_ON)).byName());
    }

    @Test
    void anotherTokenForAUserEndsThoseOfTheSiteItself() {
        Tokens replaced = site.replaced(4, "user:4|new");
        assertEquals(
                Set.of("user:4|new", "ATATT3x", "user:2|B2", "user:3|reader", "user:3|a-reader"),
                replaced.all().keySet());
        assertEquals(Optional.of(Token.of(4)), replaced.find("user:4|new"));
        assertEquals(Optional.empty(), replaced.find("user:4|A1"));
        assertEquals(Optional.empty(), replaced.find("user:4|team-member"), "not as one of the set either");
        assertEquals("team-member", replaced.nameOf(4), "the name stays");
        assertEquals(Optional.of(SIGN_ON), replaced.find("ATATT3x"));
        assertEquals(Optional.of(Token.of(3)), replaced.find("user:3|reader"));
    }

    @Test
    void oneMoreTokenEndsNoOther() {
        Tokens more = site.and("ATATT3y", SIGN_ON);
        assertEquals(7, more.all().size());
        assertEquals(Optional.of(SIGN_ON), more.find("ATATT3y"));
        assertEquals(site.ofSet(), more.ofSet(), "it is none of the set");
        assertEquals("team-member", more.nameOf(4));
    }

    @Test
    void exchangedTokensAreOneForEachUserAndOneForEachSignOn() {
        List<Token> issued = new ArrayList<>();
        Tokens exchanged = site.reissued(token -> {
            issued.add(token);
            return (token.grant().isPresent() ? "sign-on-" : "own-") + token.userId();
        });
        assertEquals(4, issued.size());
        assertEquals(
                Map.of("own-2", Token.of(2), "own-3", Token.of(3), "own-4", Token.of(4), "sign-on-4", SIGN_ON),
                exchanged.all());
        assertEquals("team-member", exchanged.nameOf(4));
        assertEquals(Optional.of(Token.of(4)), exchanged.find("user:4|A1"), "those of the set stay valid");
        assertEquals(site.all(), exchanged.ofSet());
        Set<String> both = new HashSet<>(site.all().keySet());
        both.addAll(exchanged.all().keySet());
        assertEquals(both, exchanged.texts());
        assertEquals(site.all().keySet(), site.texts());
        assertEquals(Set.of(), Tokens.NONE.texts());
    }

    @Test
    void anImportBringsTokensInsteadOfTheOthersOrBesideThem() {
        Map<String, Token> other = Map.of("user:7|guest", Token.of(7), "user:4|zz", Token.of(4));
        Tokens instead = site.with(other, false);
        assertEquals(other, instead.all());
        assertEquals(other, instead.ofSet());
        assertEquals("zz", instead.nameOf(4));
        assertEquals("user-3", instead.nameOf(3));
        Tokens besides = site.reissued(
                        token -> "x" + token.userId() + token.grant().isPresent())
                .with(other, true);
        assertEquals(6, besides.all().size());
        assertEquals("team-member", besides.nameOf(4), "who has a name keeps it");
        assertEquals("guest", besides.nameOf(7));
        assertEquals(8, besides.ofSet().size());
        assertEquals(Optional.of(Token.of(3)), besides.find("user:3|reader"));
        assertSame(site, site.with(Map.of(), false));
    }

    @ParameterizedTest
    @CsvSource({"PLAIN, user:7\\|k2345678[A-Z0-9]{32}", "PUNCTUATION, user:7\\|k2345678[!-~]{32}"})
    void aTokenOfTheSiteHasFortyCharactersAndBeginsWithTheKeyOfItsSandbox(TokenForm form, String pattern) {
        String token = TokenText.issue(Token.of(7), "k2345678", form);
        assertTrue(token.matches(pattern), token);
        assertEquals(Optional.of("k2345678"), TokenText.key(token));
        String without = TokenText.issue(Token.of(7), "", form);
        assertEquals("user:7|".length() + 40, without.length());
        assertNotEquals(without, TokenText.issue(Token.of(7), "", form));
    }

    @Test
    void everyCharacterOfAFormTurnsUp() {
        assertEquals(characters('!', '~'), drawn(TokenForm.PUNCTUATION));
        Set<Integer> plain = characters('A', 'Z');
        plain.addAll(characters('0', '9'));
        assertEquals(plain, drawn(TokenForm.PLAIN));
    }

    private static Set<Integer> characters(char first, char last) {
        return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toCollection(HashSet::new));
    }

    /** Of 200 tokens: that one of 94 characters is in none of them happens once in 10^35. */
    private static Set<Integer> drawn(TokenForm form) {
        return IntStream.range(0, 200)
                .mapToObj(i -> TokenText.issue(Token.of(7), "", form).substring("user:7|".length()))
                .flatMap(each -> each.chars().boxed())
                .collect(Collectors.toSet());
    }

    @Test
    @Rule("AUTH-02")
    void aTokenOfTheSignOnBeginsLikeAtlassiansAndHasLettersAndDigitsOnly() {
        String token = TokenText.issue(SIGN_ON, "k2345678", TokenForm.PUNCTUATION);
        assertTrue(token.matches("ATATT3k2345678[a-z0-9]{176}"), token);
        assertEquals(Optional.of("k2345678"), TokenText.key(token));
    }

    @Test
    void aKeyBeginsWithItsMarkAndIsHardlyEverTheSame() {
        assertTrue(TokenText.newKey("m").matches("m[a-z0-9]{7}"));
        assertEquals(
                100,
                IntStream.range(0, 100)
                        .mapToObj(i -> TokenText.newKey(""))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "user:1|12345678, 12345678",
                "user:1|123456789, 12345678",
                "user:1|1234567, -",
                "ATATT312345678, 12345678",
                "ATATT31234567, -",
                "ATATT3|12345678, |1234567",
                "|12345678, 12345678",
                "123456789, -",
                "'', -"
            })
    void theKeyIsWhatFollowsTheBarOrTheMarkOfTheSignOn(String token, String key) {
        assertEquals(Optional.ofNullable(key), TokenText.key(token));
    }

    @Test
    void aCredentialKnowsWhoseTokenItIs() {
        assertEquals(Optional.of(2L), Credential.of("Bearer user:2|B2").owner(site));
        assertEquals(Optional.empty(), Credential.of("Bearer user:9|B2").owner(site));
    }
}
