package io.alignemulator.resource.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong with a body, by path: as the framework collects it, with as many sentences as it keeps. For one thread. */
final class Errors {

    /** Sentences that the framework keeps of one body, the last of which says that there are more. */
    private static final int MOST = 200;

    private final Map<String, List<String>> byPath = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int count;

    /**
     * Notes a sentence.
     *
     * @param member the key whose value was being read; empty for none
     */
    void add(String path, String member, String sentence) {
        if (count == MOST) {
            return;
        }
        count++;
        String key = count == MOST ? "" : key(path, member);
        byPath.computeIfAbsent(key, k -> new ArrayList<>())
                .add(count == MOST ? "The maximum number of allowed model errors has been reached." : sentence);
    }

    boolean isEmpty() {
        return byPath.isEmpty();
    }

    Map<String, List<String>> byPath() {
        return byPath;
    }

    /** A path that does not end with the member gets it as its last step. */
    private static String key(String path, String member) {
        boolean ends = path.equals(member) || path.endsWith("." + member) || path.endsWith("['" + member + "']");
        if (member.isEmpty() || (path.length() >= member.length() && ends)) {
            return path;
        }
        return path.isEmpty() ? member : path + "." + member;
    }
}
