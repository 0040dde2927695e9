package io.alignemulator.junit;

import static io.alignemulator.protocol.calls.Method.PATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Calls;
import io.alignemulator.client.HttpCalls;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Personas;
import io.alignemulator.client.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What lives longer than a test, such as an application context, keeps the token that it began with. */
class ClassScopeTest {

    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    /** An application that was given its address and token before the first test, as a context of Spring is. */
    private record Application(Sandbox site, Persona persona) {

        void rename(String name) {
            HttpCalls.send(
                    "PATCH",
                    site.apiUri(),
                    persona,
                    "/regions/1",
                    "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"" + name + "\"}]");
        }
    }

    /** The trap: the application works on the sandbox of the class, the tests look at their own. */
    static class Split {

        @RegisterExtension
        static AlignExtension align =
                AlignExtension.of(JiraAlignEmulator.builder().fixtures("minimal"));

        static Application application;

        @BeforeAll
        static void start() {
            application = new Application(align.sandbox(), align.persona(Personas.SUPER_ADMIN));
            application.rename("before the tests");
        }

        @Test
        void looksForCallsThatWentElsewhere() {
            application.rename("North");
            application.rename("South");
            align.requests().verify(Calls.to(PATCH, "/regions/1").times(2));
        }

        @Test
        void failsForAnotherReason() {
            align.requests().clear();
            throw new AssertionError("not about calls");
        }
    }

    /** The way out. */
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Together {

        @RegisterExtension
        static AlignExtension align = AlignExtension.of(
                JiraAlignEmulator.builder().fixtures("minimal").seed("Regions", Map.of("name", "Seeded")),
                SandboxScope.CLASS);

        static Application application;

        @BeforeAll
        static void start() {
            application = new Application(align.sandbox(), align.persona(Personas.SUPER_ADMIN));
            NAMES.add(align.sandbox().name());
        }

        @Test
        @Order(1)
        void seesTheCallsOfTheApplication() {
            application.rename("North");
            align.requests().verify(Calls.to(PATCH, "/regions/1").times(1));
            assertEquals(1, align.world().changes().size());
            NAMES.add(align.sandbox().name());
        }

        @Test
        @Order(2)
        void beginsAfreshWithWhatTheBuilderSaid(Sandbox parameter) {
            assertEquals(List.of(), parameter.world().changes());
            assertEquals("Seeded", align.world().get("Regions", 2).get("name"));
            assertEquals(0, align.requests().count(Calls.any()));
            NAMES.add(parameter.name());
        }

        @Nested
        class Inside {
            @Test
            void nestedTestsShareIt() {
                application.rename("South");
                align.requests().verify(Calls.to(PATCH, "/regions/1").times(1));
                NAMES.add(align.sandbox().name());
            }
        }
    }

    /** Two classes with one field: a context that is cached between them keeps its token. */
    static class First extends Together {}

    static class Second extends Together {}

    @AlignEmulator(fixtures = "minimal", scope = SandboxScope.CLASS)
    static class Annotated {

        @AlignEmulator(fixtures = "minimal", scope = SandboxScope.CLASS)
        static Sandbox ofTheClass;

        @RepeatedTest(2)
        void everyTestFindsTheSame(Sandbox sandbox) {
            assertEquals(ofTheClass.name(), sandbox.name());
            assertEquals(List.of(2L), sandbox.seed("Regions", Map.of("name", "each time the second")));
        }

        @Test
        void failsWithAReport(Sandbox sandbox, @As(Personas.SUPER_ADMIN) Persona admin) {
            HttpCalls.get(sandbox, admin, "/regions/99");
            throw new AssertionError("wrong");
        }

        @Nested
        class Inside {
            @Test
            void nestedTestsFindItToo(Sandbox sandbox) {
                assertEquals(ofTheClass.name(), sandbox.name());
            }

            @Test
            @AlignEmulator(fixtures = "empty")
            void aMethodMayHaveItsOwn(Sandbox sandbox) {
                assertEquals(0, sandbox.world().all("Epics").size());
            }
        }
    }

    static class OnAMethod {
        @Test
        @AlignEmulator(scope = SandboxScope.CLASS)
        void never() {}
    }

    /** Two tests that wait for each other, so they are there at the same time or not at all. */
    @AlignEmulator(fixtures = "minimal", scope = SandboxScope.CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    @ExtendWith(Parallel.Latch.class)
    static class Parallel {

        static CountDownLatch refused = new CountDownLatch(1);

        static class Latch implements BeforeAllCallback, org.junit.jupiter.api.extension.AfterEachCallback {
            @Override
            public void beforeAll(ExtensionContext context) {
                refused = new CountDownLatch(1);
            }

            @Override
            public void afterEach(ExtensionContext context) {
                context.getExecutionException().ifPresent(failure -> refused.countDown());
            }
        }

        @Test
        void one() throws Exception {
            refused.await(20, TimeUnit.SECONDS);
        }

        @Test
        void other() throws Exception {
            refused.await(20, TimeUnit.SECONDS);
        }
    }

    private static Events run(org.junit.platform.engine.DiscoverySelector... what) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(what)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute()
                .allEvents();
    }

    private static void noneFails(Events events) {
        assertEquals(List.of(), events.failed().stream().map(String::valueOf).toList());
    }

    private static Throwable failure(Events events) {
        return events.failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReportSaysThatCallsWentToTheSandboxOfTheClass() {
        Throwable split = failure(run(selectMethod(Split.class, "looksForCallsThatWentElsewhere")));
        String report = String.valueOf(split.getSuppressed()[0].getMessage());
        assertTrue(report.startsWith("2 calls went to the class's sandbox "), report);
        assertTrue(report.contains("SandboxScope.CLASS"), report);
    }

    @Test
    void aReportDoesNotSpeakOfCallsBeforeTheTest() {
        Throwable other = failure(run(selectMethod(Split.class, "failsForAnotherReason")));
        String report = String.valueOf(other.getSuppressed()[0].getMessage());
        assertTrue(report.startsWith("sandbox "), report);
    }

    @Test
    void oneSiteForTheClassIsResetBetweenItsTests() {
        NAMES.clear();
        noneFails(run(selectClass(Together.class)));
        assertEquals(1, NAMES.size(), "before the tests, in each, and in the nested one");
    }

    @Test
    void classesThatInheritTheFieldShareItsSite() {
        NAMES.clear();
        noneFails(run(selectClass(First.class), selectClass(Second.class)));
        assertEquals(1, NAMES.size());
    }

    @Test
    void anAnnotationCanSayTheSame() {
        Events events = run(selectClass(Annotated.class));
        assertEquals(1, events.failed().count());
        String report = String.valueOf(failure(events).getSuppressed()[0].getMessage());
        assertTrue(report.contains("GET /rest/align/api/2/regions/99 -> 404"), report);
    }

    @Test
    void aMethodHasNoClassToShareWith() {
        assertTrue(String.valueOf(failure(run(selectClass(OnAMethod.class))).getMessage())
                .startsWith("scope = CLASS is for a class"));
    }

    @Test
    void testsAtTheSameTimeOnOneSiteAreRefused() {
        Events events = run(selectClass(Parallel.class));
        assertEquals(1, events.failed().count());
        assertTrue(
                String.valueOf(failure(events).getMessage()).startsWith("Two tests use the one site of their class"));
    }
}
