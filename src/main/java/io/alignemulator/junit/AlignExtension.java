package io.alignemulator.junit;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Resolves parameters of tests, fills fields, and reports what a failed test did. Registered by {@link AlignEmulator}, by {@code @ExtendWith} for a sandbox with the demo set, or by
 * {@code @RegisterExtension} as made by {@link io.alignemulator.Builder#extension()}; then it stands for the site of the test that runs on the calling thread.
 */
public final class AlignExtension
        implements JiraAlignEmulator,
                ParameterResolver,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback {

    /** Whose sandboxes those of annotations are: JUnit may make several extensions for the annotations of a class and its methods. */
    static final Object ANNOTATED = "annotated";

    private final Optional<Plan> plan;
    private final Running running = new Running();

    /** For JUnit, which registers it because of an annotation. */
    public AlignExtension() {
        this.plan = Optional.empty();
    }

    private AlignExtension(Plan plan) {
        this.plan = Optional.of(plan);
    }

    /**
     * For {@code @RegisterExtension}.
     *
     * @param server settings of the server as a whole
     * @param options of the sandbox of each test
     */
    public static AlignExtension of(Map<String, String> server, Sandbox.Options options) {
        return new AlignExtension(new Plan(server, options));
    }

    private Object owner() {
        return plan.isPresent() ? this : ANNOTATED;
    }

    private Plan plan(ExtensionContext context) {
        return plan.orElseGet(() -> Plan.of(context));
    }

    private Site site(ExtensionContext context) {
        return TestSandbox.of(context, owner(), plan(context));
    }

    /** Who asks for the server alone needs no sandbox. */
    private Object value(ExtensionContext context, Class<?> type, AnnotatedElement element) {
        return type.equals(Emulator.class)
                ? SharedServer.of(context, plan(context).server())
                : site(context).value(type, element);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Site.has(parameter.getParameter().getType(), parameter.getParameter());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return value(context, parameter.getParameter().getType(), parameter.getParameter());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running.begin(context);
        if (plan.isEmpty()) {
            InjectedFields.ofClass(context, field -> value(context, field.getType(), field));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running.begin(context);
        if (plan.isEmpty()) {
            InjectedFields.ofTest(context, field -> value(context, field.getType(), field));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        report(context);
        running.end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        report(context);
        running.end(context);
    }

    private void report(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> TestSandbox.existing(context, owner())
                .ifPresent(site -> FailureReport.add(context, failure, site.sandbox())));
    }

    @Override
    public Emulator server() {
        ExtensionContext context = running.context();
        return SharedServer.of(context, plan(context).server());
    }

    @Override
    public Sandbox sandbox() {
        return site(running.context()).sandbox();
    }

    /** Nothing to do: sandboxes end with their tests, the server with the JVM's last test. */
    @Override
    public void close() {}
}
