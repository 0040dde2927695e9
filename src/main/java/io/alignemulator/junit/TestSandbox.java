package io.alignemulator.junit;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A sandbox as long as its test, or its class. The store closes it when the test is over, before those of the contexts around it. */
final class TestSandbox implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(TestSandbox.class);

    private final Site site;

    private TestSandbox(Site site) {
        this.site = site;
    }

    /** Contexts see what those around them store, so the key names its own; two extensions of a class have a sandbox each. */
    private record Key(Object owner, String context) {}

    /**
     * The sandbox of the test or class that the context is of, made when first asked for.
     *
     * @param owner whose sandbox it is
     */
    static Site of(ExtensionContext context, Object owner, Plan plan) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        key(context, owner), key -> new TestSandbox(make(context, owner, plan)), TestSandbox.class)
                .site;
    }

    /** The sandbox, if the test has asked for it. */
    static Optional<Site> existing(ExtensionContext context, Object owner) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(key(context, owner), TestSandbox.class))
                .map(each -> each.site);
    }

    private static Key key(ExtensionContext context, Object owner) {
        return new Key(owner, context.getUniqueId());
    }

    private static Site make(ExtensionContext context, Object owner, Plan plan) {
        Emulator server = SharedServer.of(context, plan.server());
        Sandbox.Options options = around(context, owner, plan)
                .map(site -> plan.options().forkOf(site.sandbox()))
                .orElseGet(plan::options);
        return new Site(server, server.newSandbox(options));
    }

    /**
     * What the sandbox is a fork of: the one of the nearest context around that has one. Records are read once for a class.
     */
    private static Optional<Site> around(ExtensionContext context, Object owner, Plan plan) {
        if (Plan.isOfMethod(context) && owner.equals(AlignExtension.ANNOTATED)) {
            return Optional.empty();
        }
        Optional<Site> made = context.getParent().flatMap(parent -> nearest(parent, owner));
        if (made.isPresent()
                || context.getTestMethod().isEmpty()
                || !plan.options().bringsRecords()) {
            return made;
        }
        return Optional.of(of(classOf(context), owner, plan));
    }

    private static Optional<Site> nearest(ExtensionContext context, Object owner) {
        Optional<Site> own = existing(context, owner);
        return own.isPresent() ? own : context.getParent().flatMap(parent -> nearest(parent, owner));
    }

    private static ExtensionContext classOf(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                ? context
                : classOf(context.getParent().orElseThrow());
    }

    @Override
    public void close() {
        site.sandbox().close();
    }
}
