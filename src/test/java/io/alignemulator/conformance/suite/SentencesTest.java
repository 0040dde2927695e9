package io.alignemulator.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.judge.Check;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Requirements are told in sentences. */
class SentencesTest {

    private static final Suite SUITE = Suite.load();
    private static final Pattern MEMBER = Pattern.compile("\\{([A-Za-z]+)\\??}");

    /** Members by the name of what has them. */
    private static Map<String, TreeSet<String>> members(Class<?> of) {
        Map<String, TreeSet<String>> members = new TreeMap<>();
        for (Class<?> type : of.getPermittedSubclasses()) {
            if (type.isInterface()) {
                members.putAll(members(type));
            } else {
                TreeSet<String> names = new TreeSet<>();
                Arrays.stream(type.getRecordComponents()).forEach(each -> {
                    JsonProperty renamed = each.getAccessor().getAnnotation(JsonProperty.class);
                    names.add(renamed == null ? each.getName() : renamed.value());
                });
                members.put(type.getAnnotation(JsonTypeName.class).value(), names);
            }
        }
        return members;
    }

    private static void assertNamesMembers(Map<String, TreeSet<String>> members, Map<String, String> sentences) {
        assertEquals(members.keySet(), new TreeSet<>(sentences.keySet()));
        sentences.forEach((name, sentence) -> {
            Matcher member = MEMBER.matcher(sentence);
            while (member.find()) {
                assertTrue(members.get(name).contains(member.group(1)), () -> name + " has no " + member.group(1));
            }
        });
    }

    @Test
    void everyCheckAndEveryOperationHasASentenceAboutItsMembers() {
        assertNamesMembers(members(Check.class), SUITE.sentences().checks());
        Map<String, TreeSet<String>> operations = members(Task.class);
        operations.remove("batch");
        assertNamesMembers(operations, SUITE.sentences().operations());
    }

    @Test
    void aRequirementIsToldWithTheTextOfItsRulesAndWithoutJson() {
        for (Requirement requirement : SUITE.requirements()) {
            String told = SUITE.explanation(requirement, id -> Optional.of("says " + id));
            for (String rule : requirement.evidence().split(", ")) {
                assertTrue(told.contains("  " + rule + ": says " + rule), told);
            }
            assertTrue(told.contains("The client is asked to "), told);
            assertFalse(told.contains("[") || told.contains("{"), told);
        }
    }

    @Test
    void partsOfWhichNothingIsSaidAreLeftOut() {
        assertEquals("list Epics", SUITE.sentences().of(task("{'operation': 'list', 'resource': 'Epics'}")));
        assertEquals(
                "list Epics where state is 2, name is null, of each id, title, with references as objects",
                SUITE.sentences()
                        .of(task("{'operation': 'list', 'resource': 'Epics', 'where': {'state': 2, 'name': null},"
                                + " 'select': ['id', 'title'], 'expand': true}")));
    }

    private static Task task(String json) {
        return io.alignemulator.conformance.SuiteJson.read(json.replace('\'', '"'), Task.class);
    }
}
