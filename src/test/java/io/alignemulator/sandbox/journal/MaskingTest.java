package io.alignemulator.sandbox.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Json;
import io.alignemulator.rules.Rule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that do not stand in the Authorization header of their own call. */
@Rule("EMUL-09")
class MaskingTest {

    private static final String TOKEN = "user:4|team-member";

    private static Masking site(String... tokens) {
        return new Masking("", Optional.empty(), new Secrets(List.of(tokens)));
    }

    private static String sent(Masking masking, String body) {
        return masking.sent(body.getBytes(StandardCharsets.UTF_8)).text().orElseThrow();
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining());
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As JSON with slashes escaped, which some writers do. */
    private static String inJson(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }

    /** Ways to write a text so that somebody reads it again. */
    @Provide
    Arbitrary<List<UnaryOperator<String>>> wrappings() {
        return Arbitraries.<UnaryOperator<String>>of(
                        MaskingTest::percent,
                        MaskingTest::escaped,
                        MaskingTest::inJson,
                        text -> text.replace("|", "\\u007C"))
                .list()
                .ofMaxSize(3);
    }

    @Property(tries = 300)
    void aTokenThatTheSiteKnowsIsSeenInNoEncoding(
            @ForAll @StringLength(min = 8, max = 40) @CharRange(from = '!', to = '~') String token,
            @ForAll("wrappings") @Size(max = 3) List<UnaryOperator<String>> wrappings) {
        String written = Json.object().put("a", token).path("a").toString();
        written = written.substring(1, written.length() - 1);
        for (UnaryOperator<String> wrapping : wrappings) {
            written = wrapping.apply(written);
        }
        Masking masking = site(token, "another one");
        assertEquals("before *** after", masking.text("before " + written + " after"), written);
        assertEquals("{\"a\":\"***\"}", sent(masking, "{\"a\":\"" + written + "\"}"), written);
        assertEquals("***", masking.header("X-Any", written).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Api-Key",
                "X-Forwarded-Authorization",
                "Proxy-Authorization",
                "cookie",
                "Set-Cookie",
                "X-Control-Token",
                "Client-Secret"
            })
    void headersWhoseNameSaysThatTheyHoldOneAreMasked(String name) {
        assertEquals("***", site().header(name, "abc").value());
    }

    @Test
    void otherHeadersStayUnlessTheyHoldOne() {
        assertEquals("text/html", site(TOKEN).header("Accept", "text/html").value());
        assertEquals(
                "https://site/?q=***",
                site(TOKEN)
                        .header("Referer", "https://site/?q=" + percent(TOKEN))
                        .value());
        String encoded = Base64.getEncoder().encodeToString(("a@b.c:" + TOKEN).getBytes(StandardCharsets.UTF_8));
        assertEquals("***", site(TOKEN).header("X-Auth", "Basic " + encoded).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"access_token", "token", "client_secret", "api-key", "APIKEY", "%74oken", "x.authorization"})
    void parametersWhoseNameSaysSoAreMasked(String name) {
        assertEquals("$top=5&" + name + "=***&b=2", site().query("$top=5&" + name + "=my-secret&b=2"));
    }

    @Test
    void optionsOfAListAreNone() {
        assertEquals("$skiptoken=5", site().query("$skiptoken=5"));
    }

    @Test
    void membersWhoseNameSaysSoAreMasked() {
        assertEquals(
                "{\"title\":\"x\",\"clientSecret\":\"***\",\"deep\":[{\"password\":[\"***\"]}]}",
                sent(site(), "{\"title\":\"x\",\"clientSecret\":\"s3cr3t\",\"deep\":[{\"password\":[\"hidden\"]}]}"));
        assertEquals(
                "[{\"op\":\"replace\",\"path\":\"/password\",\"value\":\"***\"}]",
                sent(site(), "[{\"op\":\"replace\",\"path\":\"/password\",\"value\":\"hidden\"}]"));
        assertEquals("grant=x&password=***", sent(site(), "grant=x&password=hidden"));
    }

    @Test
    void aTokenOfAnotherSiteIsMaskedByItsForm() {
        assertEquals("see *** there", site(TOKEN).text("see user:77|w;'&<x there"));
        assertEquals("{\"a\":\"***\"}", sent(site(), "{\"a\":\"user:77|with\\\"quote\"}"));
        assertEquals("see ***", site().text("see ATATT3xFfGF0abcdefghijkl"));
        assertEquals("user:77", site().text("user:77"));
    }

    @Test
    void textBeyondAsciiStaysAsItIs() {
        assertEquals("Größe *** ✓", site(TOKEN).text("Größe " + TOKEN + " ✓"));
        assertEquals("{\"a\":\"ü***✓\"}", sent(site(TOKEN), "{\"a\":\"ü" + TOKEN + "✓\"}"));
        assertEquals("x *** y", site("schlüssel-wort").text("x " + percent("schlüssel-wort") + " y"));
    }

    @Test
    void oneThatTheCutWouldHalveIsMaskedWhole() {
        String body = "x".repeat(Body.LIMIT - 5) + TOKEN + "y".repeat(100);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Body kept = site(TOKEN).answered(Arrays.copyOf(bytes, Math.min(bytes.length, Masking.LOOKED)), bytes.length);
        assertTrue(kept.text().orElseThrow().endsWith("xx***yy"));
        assertEquals(body.length(), kept.length());
    }

    @Test
    void noFieldOfTheSiteHasSuchANameButThePassword() {
        List<String> named = Catalogue.load().resources().stream()
                .flatMap(resource -> resource.fields().stream())
                .map(field -> field.name())
                .filter(Secrets::isNamed)
                .toList();
        assertEquals(List.of("password"), named);
        assertFalse(Secrets.isNamed("key"));
    }
}
