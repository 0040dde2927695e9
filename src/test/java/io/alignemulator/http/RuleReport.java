package io.alignemulator.http;

import io.alignemulator.rules.Rule;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Tells which rules hold on a site: one line a rule, and nothing of what the site answered. */
final class RuleReport implements TestWatcher, AfterAllCallback {

    private final Map<String, String> rules = new TreeMap<>();

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, "confirmed");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        note(context, "BROKEN");
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        note(context, "not asked: " + cause.getMessage());
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        note(context, "not asked");
    }

    private void note(ExtensionContext context, String result) {
        Rule rule = context.getRequiredTestMethod().getAnnotation(Rule.class);
        String test = context.getRequiredTestMethod().getName();
        rules.put(rule == null ? test : String.join(" ", rule.value()) + "  " + test, result);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!System.getProperty("align.url", "").isEmpty()) {
            rules.forEach((rule, result) -> System.out.println(result + "  " + rule));
        }
    }
}
