package io.alignemulator.resource.body.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a document a reader stands: the containers around it, with the key or index at which each is. For one thread. */
final class Place {

    /** A container of a document, in the words of the framework's sentences. */
    enum Container {
        NONE("None"),
        OBJECT("Object"),
        ARRAY("Array");

        private final String word;

        Container(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static final class Step {
        private final Container container;
        private int index = -1;
        private @Nullable String key;

        Step(Container container) {
            this.container = container;
        }

        private void print(StringBuilder path) {
            if (container == Container.ARRAY) {
                path.append('[').append(index).append(']');
            } else if (key != null && key.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0)) {
                path.append("['")
                        .append(key.replace("\\", "\\\\").replace("'", "\\'"))
                        .append("']");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(key == null ? "" : key);
            }
        }
    }

    /** A key with one of these stands in brackets. */
    private static final String SPECIAL = ". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029";

    private final List<Step> steps = new ArrayList<>();

    /** The innermost container. */
    Container container() {
        return steps.isEmpty() ? Container.NONE : last().container;
    }

    /** How many containers are open. */
    int size() {
        return steps.size();
    }

    void enter(Container container) {
        finishedValue();
        steps.add(new Step(container));
    }

    /** Leaves the innermost container; NONE when there is none. */
    Container leave() {
        return steps.isEmpty() ? Container.NONE : steps.remove(steps.size() - 1).container;
    }

    /** A value of the innermost container has been read. */
    void finishedValue() {
        if (container() == Container.ARRAY) {
            last().index++;
        }
    }

    void at(String key) {
        last().key = key;
    }

    /** Which element of the container at a depth is being read; of the innermost one when there is none so deep. */
    int index(int depth) {
        return steps.isEmpty() ? 0 : (depth < steps.size() ? steps.get(depth) : last()).index;
    }

    /** The path, without the innermost container's step while nothing of it has been read. */
    String path(boolean inside) {
        StringBuilder path = new StringBuilder();
        for (Step step : inside || steps.isEmpty() ? steps : steps.subList(0, steps.size() - 1)) {
            step.print(path);
        }
        return path.toString();
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }
}
