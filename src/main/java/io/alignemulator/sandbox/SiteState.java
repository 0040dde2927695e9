package io.alignemulator.sandbox;

import io.alignemulator.access.Tokens;
import io.alignemulator.sandbox.faults.Faults;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;

/**
 * Everything of a site that a reset brings back, as one value: whoever holds one sees one moment. A new part of a site is a component here, and then the one place that makes a first state
 * ({@link Baseline#begin}) does not compile without it.
 *
 * <p>Clock, limiter and faults run and count by themselves inside, so that a counted call exchanges nothing and no write has to be made again because somebody read. They belong to one life of
 * the site, from one reset to the next: a call that a reset overtakes still counts where nobody looks any more. Decision 0012 tells why.
 *
 * @param reliance counts the rules that had a say
 * @param limiter counts by the clock beside it, with the limit of the content's settings
 */
public record SiteState(
        SiteContent content, Clock clock, RateLimiter limiter, Faults faults, Reliance reliance, Snapshots snapshots) {

    public World world() {
        return content.world();
    }

    public Tokens tokens() {
        return content.tokens();
    }

    public Settings settings() {
        return content.settings();
    }

    /** After a write. */
    SiteState with(World world) {
        return new SiteState(content.with(world), clock, limiter, faults, reliance, snapshots);
    }

    /** With other contents; calls are counted anew when the limit is another one. */
    SiteState with(SiteContent other) {
        boolean isSameLimit = RateLimit.of(other.settings()).equals(limiter.limit());
        RateLimiter counting = isSameLimit ? limiter : RateLimiter.of(other.settings(), clock);
        return new SiteState(other, clock, counting, faults, reliance, snapshots);
    }

    /** With other snapshots. */
    SiteState with(Snapshots other) {
        return new SiteState(content, clock, limiter, faults, reliance, other);
    }

    /** With all counted calls and blocks forgotten. */
    SiteState uncounted() {
        return new SiteState(content, clock, RateLimiter.of(content.settings(), clock), faults, reliance, snapshots);
    }
}
