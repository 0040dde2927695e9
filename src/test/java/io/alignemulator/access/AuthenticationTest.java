package io.alignemulator.access;

import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.AccessSettings.SignOn;
import io.alignemulator.settings.AccessSettings.TokenForm;
import io.alignemulator.world.Rows;
import io.alignemulator.world.Token;
import io.alignemulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules AUTH: bearer tokens, the scheme in any case, the token opaque; Basic where a site allows it. */
@Rule({"AUTH-01", "AUTH-03", "AUTH-04"})
class AuthenticationTest {

    private static final String PUNCTUATION = "user:1|a!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~Z";
    private static final String ENCODED = "user:1|%41+b";

    private static final World WORLD = Rows.seed(
            row("User", 1, "email", "ann@example.com", "isLocked", 0L),
            row("User", 2, "email", "bob@example.com", "isLocked", -1L, "uid", "b.old"),
            row("User", 3, "isLocked", 0L, "uid", "c.old"));

    private static final Tokens TOKENS = Tokens.of(Map.of(
            "user:1|plain",
            1L,
            PUNCTUATION,
            1L,
            ENCODED,
            1L,
            "user:2|gone",
            2L,
            "user:3|mute",
            3L,
            "user:9|nobody",
            9L,
            "with blanks inside",
            1L));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer user:1|plain",
                "bearer user:1|plain",
                "BEARER user:1|plain",
                "bEaReR user:1|plain",
                "Bearer    user:1|plain",
                "Bearer user:1|plain  ",
                "Bearer \tuser:1|plain\t",
                "Bearer " + PUNCTUATION,
                "bearer " + ENCODED,
                "Bearer with blanks inside"
            })
    void aTokenNamesItsUser(String header) {
        assertEquals(Optional.of(1L), caller(header, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Bearer",
                "Bearer ",
                "Bearer  ",
                "user:1|plain",
                " Bearer user:1|plain",
                "Beareruser:1|plain",
                "Token user:1|plain",
                "Bearer unknown",
                "Bearer user:1|PLAIN",
                "Bearer user:1|plai",
                "Bearer user:1|plain2",
                "Bearer user%3A1%7Cplain",
                "Bearer user:1|A+b",
                "Bearer user:1|%41 b",
                "Bearer Bearer user:1|plain",
                "Bearer \"user:1|plain\"",
                "Bearer user:1|plain, Bearer user:1|plain",
                "Basic dXNlcjoxfHBsYWlu"
            })
    void whatIsNoTokenNamesNobody(String header) {
        assertEquals(Optional.empty(), caller(header, false));
    }

    @Test
    @DisplayName("The token of a deactivated user and of one that is not there is refused")
    void tokenOfNobody() {
        assertEquals(Optional.empty(), caller("Bearer user:2|gone", false));
        assertEquals(Optional.empty(), caller("Bearer user:9|nobody", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "ANN@Example.com"})
    void basicTakesEmailAndTokenWhereItIsOn(String email) {
        assertEquals(Optional.of(1L), caller(basic(email + ":user:1|plain"), true));
        assertEquals(Optional.of(1L), caller(basic(email + ":" + PUNCTUATION), true));
        assertEquals(Optional.of(1L), caller(basic(email + ":user:1|plain").replace("Basic ", "bAsIc   "), true));
        assertEquals(Optional.empty(), caller(basic(email + ":user:1|plain"), false));
        assertEquals(Optional.of(1L), caller("Bearer user:1|plain", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@example.com:user:1|plain",
                ":user:1|plain",
                "ann@example.com:",
                "ann@example.com:wrong",
                "ann@example.com",
                "ann@example.com user:1|plain",
                "ann@example.com: user:1|plain",
                "bob@example.com:user:2|gone",
                "null:user:3|mute",
                ":user:3|mute",
                ""
            })
    void basicWithAnythingElseNamesNobody(String pair) {
        assertEquals(Optional.empty(), caller(basic(pair), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ", "Basic ann@example.com:user:1|plain", "Basic ####", "Basic YQ=", "Basicx YTpi"
            })
    void whatIsNotBase64NamesNobody(String header) {
        assertEquals(Optional.empty(), caller(header, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "!no Authorization header",
                "user:1|plain!the scheme is not bearer",
                "Bearer unknown!the token was not issued here, or another one has replaced it",
                "Bearer user:2|gone!the user of the token, 2, is deactivated or gone",
                "Bearer user:9|nobody!the user of the token, 9, is deactivated or gone",
                "Basic dXNlcjoxfHBsYWlu!Basic authentication is off (setting authentication)",
                "Bearer user:1|plain!''"
            })
    void whoIsNotSignedInIsToldWhyWithoutTheCredential(@Nullable String header, String problem) {
        assertEquals(
                problem, authentication(header == null ? "" : header, false).problem());
    }

    @Test
    void whereBasicIsOnTheReasonDoesNotTellWhichHalfWasWrong() {
        String problem = "no active user has this email and token";
        assertEquals(
                problem, authentication(basic("ann@example.com:wrong"), true).problem());
        assertEquals(
                problem,
                authentication(basic("bob@example.com:user:1|plain"), true).problem());
        assertEquals(problem, authentication("Basic ####", true).problem());
    }

    @ParameterizedTest
    @Rule("AUTH-02")
    @CsvSource({
        "ALIGN_TOKENS, 1001, Bearer, false, false",
        "ALIGN_TOKENS, 1001, Basic, false, false",
        "BOTH, 1001, Bearer, false, false",
        "BOTH, 1001, Basic, true, true",
        "BOTH, 2000, Basic, true, true",
        "BOTH, 2001, Basic, false, false",
        "ATLASSIAN_TOKENS, 1999, Basic, true, true",
        "ATLASSIAN_TOKENS, 3000, Basic, false, false"
    })
    void aTokenOfTheSignOnGoesByBasicUntilItExpires(
            SignOn signOn, long now, String scheme, boolean signedIn, boolean readsOnly) {
        Tokens tokens = Tokens.holding(Map.of(
                "ATATT3abc",
                new Token(1, Optional.of(new Token.Grant(Token.Scope.READ, Optional.of(Instant.ofEpochMilli(2001)))))));
        String header = scheme.equals("Basic") ? basic("ann@example.com:ATATT3abc") : "Bearer ATATT3abc";
        Authentication authentication =
                Authentication.of(Credential.of(header), WORLD, tokens, signOn, Instant.ofEpochMilli(now));
        assertEquals(signedIn, authentication.caller().isPresent());
        assertEquals(
                readsOnly, authentication.caller().filter(Caller::readsOnly).isPresent());
    }

    @Test
    void aUserWithoutACredentialSignsInUnlessDeactivated() {
        assertEquals(
                Optional.of(1L),
                Authentication.of(WORLD.get("User", 1).orElseThrow()).caller().map(Caller::id));
        assertEquals(
                new Authentication(Optional.empty(), "the user is deactivated", RuleId.ERRS_01),
                Authentication.of(WORLD.get("User", 2).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "!MISSING!''!''",
                "Bearer user:1|plain!BEARER!''!user:1|plain",
                "bEARER  user%3A1!BEARER!''!user%3A1",
                "Basic YUBiLmM6dXNlcjoxfHg=!BASIC!a@b.c!user:1|x",
                "Basic YQ==!BASIC!''!''",
                "Basic Ong=!BASIC!''!x",
                "Basic ####!BASIC!''!''",
                "Digest abc!OTHER!''!''",
                "user:1|plain!OTHER!''!''"
            })
    void aHeaderIsReadOnceIntoSchemeEmailAndToken(
            @Nullable String header, Credential.Scheme scheme, String email, String token) {
        assertEquals(new Credential(scheme, email, token), Credential.of(header == null ? "" : header));
    }

    @Test
    void theKeyOfASandboxIsReadFromTheTokenHoweverItCame() {
        String token = TokenText.issue(Token.of(7), "abcd1234", TokenForm.PUNCTUATION);
        assertEquals(Optional.of("abcd1234"), Credential.of("Bearer " + token).sandboxKey());
        assertEquals(
                Optional.of("abcd1234"), Credential.of(basic("a@b.c:" + token)).sandboxKey());
        assertEquals(Optional.empty(), Credential.of("Bearer user:1|short").sandboxKey());
        assertEquals(Optional.empty(), Credential.NONE.sandboxKey());
    }

    @Test
    void aPrintedCredentialShowsNoSecret() {
        assertEquals("Credential[BEARER]", Credential.of("Bearer user:1|plain").toString());
        assertEquals(
                "Credential[BASIC]",
                Credential.of(basic("ann@example.com:user:1|plain")).toString());
    }

    @Test
    void theStampOfACallerIsTheUid() {
        assertEquals("1", new Caller(WORLD.get("User", 1).orElseThrow()).uid());
        assertEquals("c.old", new Caller(WORLD.get("User", 3).orElseThrow()).uid());
    }

    @Test
    void tokensAreKeptAsTheyAre() {
        assertEquals(Optional.of(1L), TOKENS.find(PUNCTUATION).map(Token::userId));
        assertEquals(Optional.empty(), TOKENS.find(PUNCTUATION.toUpperCase(java.util.Locale.ROOT)));
        assertEquals(7, TOKENS.all().size());
        assertEquals(Map.of(), Tokens.NONE.all());
        assertEquals(Optional.empty(), Tokens.NONE.find(""));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Long> caller(String header, boolean basicAllowed) {
        return authentication(header, basicAllowed).caller().map(Caller::id);
    }

    private static Authentication authentication(String header, boolean basicAllowed) {
        return Authentication.of(
                Credential.of(header), WORLD, TOKENS, basicAllowed ? SignOn.BOTH : SignOn.ALIGN_TOKENS, Instant.EPOCH);
    }
}
