package io.alignemulator.save;

import io.alignemulator.access.Tokens;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Token;
import io.alignemulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The documents of a store, as Jackson writes and reads them. Members that a later version adds are passed over. */
final class Saved {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Saved() {}

    /** A sandbox, without its records. The rows of {@code seedWorld} are saved under that name; null rows and labels are those of a version that did not count or know them. */
    record Described(
            String name,
            String key,
            @Nullable String timeToLive,
            String created,
            @Nullable String frozenAt,
            String seedWorld,
            @Nullable Integer seedRows,
            Contents seed,
            Contents state,
            @Nullable Map<String, String> labels) {

        static Described of(Identity identity, Instant created, Seed seed, SiteState state) {
            return new Described(
                    identity.name(),
                    identity.key(),
                    identity.timeToLive().map(Duration::toString).orElse(null),
                    created.toString(),
                    state.clock().frozen() ? state.clock().now().toString() : null,
                    seed.name(),
                    seed.rows(),
                    Contents.of(seed.content(), null),
                    Contents.of(state.content(), null),
                    identity.labels());
        }

        Identity identity() {
            return new Identity(
                    name,
                    key,
                    Optional.ofNullable(timeToLive).map(Duration::parse),
                    labels == null ? Map.of() : labels);
        }

        Clock clock(Clock running) {
            return frozenAt == null ? running : Clock.frozenAt(Instant.parse(frozenAt));
        }
    }

    /** What a sandbox began with, and under which name its rows are saved. */
    record Seed(String name, int rows, SiteContent content) {}

    /** What a token of the sign-on is good for. */
    record Grant(String scope, @Nullable String expires) {

        static Grant of(Token.Grant grant) {
            return new Grant(
                    grant.scope().text(), grant.expires().map(Instant::toString).orElse(null));
        }

        Token.Grant grant() {
            return new Token.Grant(
                    Token.Scope.of(scope).orElse(Token.Scope.READ),
                    Optional.ofNullable(expires).map(Instant::parse));
        }
    }

    /** Contents without their records, of a sandbox or of a snapshot. Null grants are those of a version that knew no tokens of the sign-on, null tokens of a set those of one that forgot them. */
    record Contents(
            Map<String, Long> tokens,
            @Nullable Map<String, Long> tokensOfSet,
            @Nullable Map<String, Grant> grants,
            Map<Long, String> names,
            Map<String, String> settings,
            Map<String, Long> ids,
            @Nullable String taken) {

        static Contents of(SiteContent content, @Nullable Instant taken) {
            Tokens tokens = content.tokens();
            Map<Long, String> names = new TreeMap<>();
            Map<String, Grant> grants = new TreeMap<>();
            Stream.of(tokens.all(), tokens.ofSet())
                    .forEach(some -> some.forEach((text, token) -> {
                        names.put(token.userId(), tokens.nameOf(token.userId()));
                        token.grant().ifPresent(grant -> grants.put(text, Grant.of(grant)));
                    }));
            Map<String, String> settings = new TreeMap<>();
            Settings.ALL.stream()
                    .filter(Settings::isPerSandbox)
                    .forEach(setting ->
                            settings.put(setting.name(), content.settings().text(setting)));
            String time = taken == null ? null : taken.toString();
            return new Contents(
                    users(tokens.all()),
                    users(tokens.ofSet()),
                    grants,
                    names,
                    settings,
                    content.world().lastIds(),
                    time);
        }

        private static Map<String, Long> users(Map<String, Token> tokens) {
            Map<String, Long> users = new TreeMap<>();
            tokens.forEach((text, token) -> users.put(text, token.userId()));
            return users;
        }

        SiteContent with(World world, Settings server) {
            Tokens kept = Tokens.kept(tokens(tokens), names, tokens(tokensOfSet == null ? Map.of() : tokensOfSet));
            return new SiteContent(world, kept, server.with(settings));
        }

        private Map<String, Token> tokens(Map<String, Long> users) {
            Map<String, Token> all = new TreeMap<>();
            users.forEach((text, user) -> all.put(
                    text,
                    new Token(
                            user,
                            Optional.ofNullable(grants)
                                    .map(each -> each.get(text))
                                    .map(Grant::grant))));
            return all;
        }
    }

    static byte[] bytes(Object document) {
        return MAPPER.writeValueAsBytes(document);
    }

    /** @throws JacksonException when the bytes are no such document */
    static <T> T read(byte[] bytes, Class<T> type) {
        return MAPPER.readValue(bytes, type);
    }

    /** The last id given in each resource. */
    static Map<String, Long> ids(byte[] bytes) {
        return MAPPER.readValue(bytes, new TypeReference<>() {});
    }
}
