package io.alignemulator.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which test or class an extension is asked for: the one that the calling thread runs, the innermost if it runs several. A thread that runs none, such as one that a test or
 * JUnit started for a part of it, asks for the only test there is.
 */
final class Running {

    private final ThreadLocal<Deque<ExtensionContext>> ofThread = ThreadLocal.withInitial(ArrayDeque::new);
    private final Set<ExtensionContext> tests = ConcurrentHashMap.newKeySet();

    void begin(ExtensionContext context) {
        ofThread.get().push(context);
        if (context.getTestMethod().isPresent()) {
            tests.add(context);
        }
    }

    void end(ExtensionContext context) {
        ofThread.get().remove(context);
        tests.remove(context);
    }

    ExtensionContext context() {
        Deque<ExtensionContext> own = ofThread.get();
        if (!own.isEmpty()) {
            return own.peek();
        }
        List<ExtensionContext> all = List.copyOf(tests);
        if (all.size() == 1) {
            return all.get(0);
        }
        throw new IllegalStateException(
                all.isEmpty()
                        ? "No test is running; an emulator without JUnit comes from JiraAlignEmulator.start()"
                        : all.size() + " tests are running and none of them on this thread; take the Sandbox as a"
                                + " parameter of the test");
    }
}
