package io.alignemulator.world;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A token of one of the site's users.
 *
 * @param grant what a token of the sign-on in front of the site may do and until when; empty for one of the site itself, which may do what its user may, for ever
 */
public record Token(long userId, Optional<Grant> grant) {

    /**
     * What a token is good for.
     *
     * @param expires the first moment at which it is worth nothing any more; empty for never
     */
    public record Grant(Scope scope, Optional<Instant> expires) {}

    /** What its holder may do at all. */
    public enum Scope {
        READ,
        READ_WRITE;

        /** As it is written: {@code read} or {@code read-write}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The scope that is written so. */
        public static Optional<Scope> of(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.text().equals(text))
                    .findFirst();
        }
    }

    /** A token of the site itself. */
    public static Token of(long userId) {
        return new Token(userId, Optional.empty());
    }

    /** Whether a token of the sign-on is worth nothing any more. */
    public boolean isExpired(Instant now) {
        return grant.flatMap(Grant::expires).filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Whether its holder may read only. */
    public boolean readsOnly() {
        return grant.filter(each -> each.scope() == Scope.READ).isPresent();
    }
}
