package io.alignemulator.resource.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which answers are kept, for how long, and how much they take. */
@Rule("EMUL-46")
class WhichAnswersAreKeptTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final int ROOM = 100_000;

    private final KeptAnswers answers = new KeptAnswers(ROOM);
    private final AtomicInteger found = new AtomicInteger();

    private static World world() {
        return World.empty(CATALOGUE);
    }

    private static Context context(World world) {
        Resource users = CATALOGUE.resource("User");
        @Nullable Object[] values = new Object[users.fields().size()];
        values[users.field("id").position()] = 1L;
        Row user = Row.of(users, values);
        return Context.of(world, new Caller(user), Settings.DEFAULTS, Instant.EPOCH, "http://localhost", new Trace());
    }

    private Response ask(Context context, String path, int bytes) {
        return answers.to(context, path, "", telling -> {
            found.incrementAndGet();
            telling.trace().note(RuleId.FILT_06);
            return Response.json(200, new byte[bytes]);
        });
    }

    @Test
    void anAnswerIsKeptOnceItIsAskedForTheSecondTime() {
        Context context = context(world());
        ask(context, "/epics", 10);
        assertEquals(0, answers.taken());
        Response second = ask(context, "/epics", 10);
        assertTrue(answers.taken() > 0);
        Context other = context(context.world());
        assertSame(second, ask(other, "/epics", 10));
        assertEquals(2, found.get());
        assertEquals(context.trace().notes(), other.trace().notes());
    }

    @Test
    void anotherWorldIsAskedAnewThoughItHoldsTheSame() {
        for (int i = 0; i < 3; i++) {
            ask(context(world()), "/epics", 10);
        }
        assertEquals(3, found.get());
    }

    @Test
    void allTogetherTakeNoMoreThanTheirRoom() {
        Context context = context(world());
        for (int i = 0; i < 1_000; i++) {
            ask(context, "/epics/" + i, 1_000);
            ask(context, "/epics/" + i, 1_000);
            assertTrue(answers.taken() <= ROOM);
        }
        assertTrue(answers.taken() > ROOM / 2);
        int before = found.get();
        ask(context, "/epics/999", 1_000);
        assertEquals(before, found.get());
        ask(context, "/epics/0", 1_000);
        assertEquals(before + 1, found.get());
    }

    @Test
    void oneThatIsAskedForStaysWhileOthersComeAndGo() {
        Context context = context(world());
        for (int i = 0; i < 1_000; i++) {
            ask(context, "/epics/" + i, 1_000);
            ask(context, "/epics/" + i, 1_000);
            ask(context, "/epics/0", 1_000);
        }
        assertEquals(2_000, found.get(), "the first one was found twice, as every other");
    }

    @Test
    void roomIsMadeThoughEverythingIsAskedFor() {
        Context context = context(world());
        for (int i = 0; i < 1_000; i++) {
            ask(context, "/epics/" + i, 1_000);
            ask(context, "/epics/" + i, 1_000);
            ask(context, "/epics/" + i, 1_000);
            assertTrue(answers.taken() <= ROOM);
        }
        int before = found.get();
        ask(context, "/epics/999", 1_000);
        assertEquals(before, found.get());
    }

    @Test
    void aLongQuestionTakesItsLength() {
        Context context = context(world());
        String filter = "x".repeat(ROOM / 20);
        for (int i = 0; i < 30; i++) {
            ask(context, "/epics/" + i + filter, 0);
            ask(context, "/epics/" + i + filter, 0);
        }
        int before = found.get();
        ask(context, "/epics/29" + filter, 0);
        assertEquals(before, found.get());
        ask(context, "/epics/0" + filter, 0);
        assertEquals(before + 1, found.get());
    }

    @Test
    void oneThatIsLargeIsNotKept() {
        Context context = context(world());
        for (int i = 0; i < 3; i++) {
            ask(context, "/epics", ROOM / 4);
        }
        assertEquals(3, found.get());
        assertEquals(0, answers.taken());
    }

    @Test
    void whoAsksForTheTimeIsAskedAnew() {
        Context context = context(world());
        for (int i = 0; i < 3; i++) {
            answers.to(context, "/epics", "", telling -> {
                found.incrementAndGet();
                return Response.text(200, telling.now().toString());
            });
        }
        assertEquals(3, found.get());
    }

    @Test
    void aRefusalIsNotKeptAndWhatItToldIsNotLost() {
        Context context = context(world());
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    ErrorResponse.class,
                    () -> answers.to(context, "/epics", "", telling -> {
                        found.incrementAndGet();
                        telling.trace().note(RuleId.FILT_06);
                        throw ErrorResponse.noRoute();
                    }));
        }
        assertEquals(3, found.get());
        assertTrue(context.trace().notes().contains(RuleId.FILT_06.id()));
    }
}
