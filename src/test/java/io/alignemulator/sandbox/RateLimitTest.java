package io.alignemulator.sandbox;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.settings.SettingException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    @Test
    void theRealLimitIs600CallsIn60SecondsAndABlockOf60() {
        assertEquals(new RateLimit(600, Duration.ofSeconds(60), Duration.ofSeconds(60), false), RateLimit.REAL);
        assertEquals(Optional.of(RateLimit.REAL), RateLimit.parse("600/60:60"));
    }

    @Test
    void theThreeNumbersAreCallsWindowAndBlock() {
        assertEquals(
                Optional.of(new RateLimit(5, Duration.ofSeconds(10), Duration.ofSeconds(30), false)),
                RateLimit.parse("5/10:30"));
    }

    @Test
    void theSmallestLimitIsOneCallInASecond() {
        Duration second = Duration.ofSeconds(1);
        assertEquals(Optional.of(new RateLimit(1, second, second, false)), RateLimit.parse("1/1:1"));
    }

    @Test
    void offIsNoLimit() {
        assertEquals(Optional.empty(), RateLimit.parse("off"));
    }

    @Test
    void extendingBlocksIsASeparateSetting() {
        assertEquals(
                new RateLimit(600, Duration.ofSeconds(60), Duration.ofSeconds(60), true),
                RateLimit.REAL.withBlockExtends(true));
        assertEquals(RateLimit.REAL, RateLimit.REAL.withBlockExtends(true).withBlockExtends(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "on",
                "OFF ",
                "600",
                "600/60",
                "600:60",
                "600/60:",
                "/60:60",
                "600/60:60:60",
                "0/60:60",
                "600/0:60",
                "600/60:0",
                "-1/60:60",
                "6e2/60:60",
                "600/60.5:60",
                "99999999999/60:60",
                "٦/60:60"
            })
    void anythingElseIsRefusedWithTheTextAndAnExample(String text) {
        String message = assertThrows(SettingException.class, () -> RateLimit.parse(text))
                .getMessage();
        assertThat(message, containsString("'" + text + "'"));
        assertThat(message, containsString("600/60:60"));
    }

    @Test
    void aLimitOfNothingCannotBeMade() {
        Duration minute = Duration.ofMinutes(1);
        assertThrows(IllegalArgumentException.class, () -> new RateLimit(0, minute, minute, false));
        assertThrows(IllegalArgumentException.class, () -> new RateLimit(1, Duration.ZERO, minute, false));
        assertThrows(IllegalArgumentException.class, () -> new RateLimit(1, minute, Duration.ofNanos(5), false));
        assertEquals(1, new RateLimit(1, Duration.ofMillis(1), Duration.ofMillis(1), false).calls());
    }
}
