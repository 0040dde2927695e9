package io.alignemulator.junit;

import io.alignemulator.client.Calls;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A sandbox as long as its test, or its class. The store closes it when the test is over, before those of the contexts around it. */
final class TestSandbox implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(TestSandbox.class);

    private final TestSite site;
    private final Plan plan;

    /** The test that has it, where tests take turns. */
    private final AtomicReference<@Nullable String> turn = new AtomicReference<>();

    private TestSandbox(TestSite site, Plan plan) {
        this.site = site;
        this.plan = plan;
    }

    private boolean isShared() {
        return plan.scope() == SandboxScope.CLASS;
    }

    /** Contexts see what those around them store, so the key names its own; two extensions of a class have a sandbox each. */
    private record Key(Object owner, String context) {}

    /** What a test began with. */
    private record CallsBefore(int number) {}

    /**
     * The sandbox of the test or class that the context is of, made when first asked for.
     *
     * @param owner whose sandbox it is
     */
    static TestSandbox of(ExtensionContext context, Object owner, Plan plan) {
        ExtensionContext holder = plan.holder(context, owner);
        // A store closes first what it got last, and the sandbox has to end before its server.
        Emulator server = SharedServer.of(context, plan.server());
        return holder.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        key(holder, owner),
                        key -> new TestSandbox(make(holder, owner, plan, server), plan),
                        TestSandbox.class);
    }

    /** The sandbox that the test or class uses, if it has been made. */
    static Optional<TestSandbox> existing(ExtensionContext context, Object owner) {
        return at(context, owner).or(() -> around(context, owner).filter(TestSandbox::isShared));
    }

    private static Optional<TestSandbox> at(ExtensionContext context, Object owner) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(key(context, owner), TestSandbox.class));
    }

    private static Optional<TestSandbox> around(ExtensionContext context, Object owner) {
        return context.getParent().flatMap(parent -> at(parent, owner).or(() -> around(parent, owner)));
    }

    private static Key key(ExtensionContext context, Object owner) {
        return new Key(owner, context.getUniqueId());
    }

    private static TestSite make(ExtensionContext context, Object owner, Plan plan, Emulator server) {
        Sandbox.Options options = origin(context, owner, plan)
                .map(each -> plan.options().forkOf(each.sandbox()))
                .orElseGet(plan::options);
        return new TestSite(server, server.newSandbox(options));
    }

    /**
     * What the sandbox is a fork of: the one of the nearest context around that has one of the same plan. Records are read once for a class.
     */
    private static Optional<TestSandbox> origin(ExtensionContext context, Object owner, Plan plan) {
        if (plan.scope() == SandboxScope.CLASS) {
            return Optional.empty();
        }
        Optional<TestSandbox> made = around(context, owner).filter(each -> each.plan.equals(plan));
        if (made.isPresent()
                || context.getTestMethod().isEmpty()
                || !plan.options().bringsRecords()) {
            return made;
        }
        return Optional.of(of(Plan.classOf(context), owner, plan));
    }

    TestSite site() {
        return site;
    }

    Sandbox sandbox() {
        return site.sandbox();
    }

    /**
     * A test begins with a sandbox that others use too.
     *
     * @throws IllegalStateException when one of them still runs
     */
    void begin(ExtensionContext test) {
        String name = test.getUniqueId();
        if (!turn.compareAndSet(null, name)) {
            throw new IllegalStateException("Two tests use the one site of their class at the same time, the other is "
                    + turn.get() + "; let them run in the same thread, or give each a site by SandboxScope.TEST");
        }
        sandbox().reset();
    }

    void end(ExtensionContext test) {
        turn.compareAndSet(test.getUniqueId(), null);
    }

    /** Remembers how many calls the sandbox of the class has got before the test. */
    static void countAround(ExtensionContext test, Object owner) {
        around(test, owner)
                .ifPresent(each -> test.getStore(NAMESPACE).put(CallsBefore.class, new CallsBefore(each.calls())));
    }

    /** What to say of calls that went to the sandbox of the class while the test, which has or could have its own, ran; empty for none. */
    static String strayCalls(ExtensionContext test, Object owner) {
        @Nullable CallsBefore before = test.getStore(NAMESPACE).get(CallsBefore.class, CallsBefore.class);
        Optional<TestSandbox> around = around(test, owner);
        if (before == null || around.isEmpty() || around.get().isShared()) {
            return "";
        }
        int calls = around.get().calls() - before.number;
        return calls <= 0
                ? ""
                : calls + (calls == 1 ? " call" : " calls") + " went to the class's sandbox "
                        + around.get().sandbox().name()
                        + " and not to the test's: a token that lives longer than a test needs SandboxScope.CLASS\n";
    }

    private int calls() {
        return sandbox().requests().count(Calls.any());
    }

    @Override
    public void close() {
        sandbox().close();
    }
}
