package io.alignemulator.junit;

import io.alignemulator.Builder;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.HasSandbox;
import io.alignemulator.client.Sandbox;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Resolves parameters of tests, fills fields, and reports what a failed test did. Registered by {@link AlignEmulator}, by {@code @ExtendWith} for a sandbox with the demo set, or as a
 * field, which stands for the site of the test that runs on the calling thread:
 *
 * <pre>{@code
 * @RegisterExtension
 * static AlignExtension align = AlignExtension.of(JiraAlignEmulator.builder().fixtures("minimal"));
 * }</pre>
 */
public final class AlignExtension
        implements HasSandbox,
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

    /** For {@code @RegisterExtension}: each test has a sandbox of its own, made as the builder says. */
    public static AlignExtension of(Builder builder) {
        return of(builder, SandboxScope.TEST);
    }

    /**
     * For {@code @RegisterExtension}. The tests of a JVM share a server; settings that belong to a server as a whole lead to a second one.
     *
     * @param builder how the sandboxes are to be
     * @param scope with {@link SandboxScope#CLASS} the field has one sandbox until the last test of the JVM is over, so that a cached application context may keep its token
     */
    public static AlignExtension of(Builder builder, SandboxScope scope) {
        return new AlignExtension(Plan.of(builder, scope));
    }

    private Object owner() {
        return plan.isPresent() ? this : ANNOTATED;
    }

    private Plan plan(ExtensionContext context) {
        return plan.orElseGet(() -> Plan.of(context));
    }

    private TestSandbox own(ExtensionContext context) {
        return TestSandbox.of(context, owner(), plan(context));
    }

    /** Who asks for the server alone needs no sandbox. */
    private Object value(ExtensionContext context, Class<?> type, AnnotatedElement element) {
        TestSite.check(type, element);
        return type.equals(Emulator.class)
                ? SharedServer.of(context, plan(context).server())
                : own(context).site().value(type, element);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TestSite.isMeant(parameter.getParameter().getType(), parameter.getParameter());
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
        if (plan(context).scope() == SandboxScope.CLASS) {
            own(context).begin(context);
        } else {
            TestSandbox.countAround(context, owner());
        }
        if (plan.isEmpty()) {
            InjectedFields.ofTest(context, field -> value(context, field.getType(), field));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FailureReport.add(context, owner());
        RelianceReport.add(context, owner());
        TestSandbox.existing(context, owner()).ifPresent(each -> each.end(context));
        running.end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        FailureReport.add(context, owner());
        running.end(context);
    }

    /** The server of the test that runs. */
    @Override
    public Emulator server() {
        ExtensionContext context = running.context();
        return SharedServer.of(context, plan(context).server());
    }

    /** The site of the test that runs. */
    @Override
    public Sandbox sandbox() {
        return own(running.context()).sandbox();
    }
}
