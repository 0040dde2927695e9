package io.alignemulator.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** Every rule that holds has a test, every test of the server names its rules, and what is only assumed can be turned off where it refuses. */
class RulesTest {

    private static final RuleBook BOOK = RuleBook.load();
    private static final JavaClasses TESTS = tests();

    /** In which classes each id is named: all tests are read for it. */
    private static final Map<String, Set<String>> NAMED = named();

    @Test
    void everyBlackBoxTestNamesItsRules() {
        List<String> silent = TESTS.stream()
                .filter(type -> type.isAssignableTo("io.alignemulator.http.BlackBox"))
                .flatMap(type -> type.getMethods().stream())
                .filter(RulesTest::isTest)
                .filter(method -> !method.isAnnotatedWith(Rule.class)
                        && !method.getOwner().isAnnotatedWith(Rule.class))
                .map(JavaMethod::getFullName)
                .toList();
        assertEquals(List.of(), silent, "tests that do not say which rule they prove");
        assertTrue(NAMED.size() > 100, "found only " + NAMED);
    }

    @Test
    void everyRuleThatHoldsHasATest() {
        assertEquals(List.of(), ids(entry -> entry.holds() && !NAMED.containsKey(entry.id())), "without a test");
    }

    @Test
    void testsNameKnownRulesThatHold() {
        Map<String, Set<String>> wrong = new TreeMap<>(NAMED);
        wrong.keySet().removeIf(id -> BOOK.find(id).filter(RuleEntry::holds).isPresent());
        assertEquals(Map.of(), wrong, "ids of no rule, or of one that is only planned, and where they stand");
    }

    @Test
    void whatIsAssumedHasASwitchOrASettingOrSaysWhyNot() {
        assertEquals(
                List.of(),
                ids(entry -> entry.holds()
                        && entry.evidence().isAssumed()
                        && Stream.of(entry.switchedOff(), entry.setting(), entry.unswitched())
                                        .filter(Optional::isPresent)
                                        .count()
                                != 1),
                "neither, or more than one");
        assertEquals(
                List.of(),
                ids(entry -> entry.unswitched().isPresent()
                        && (entry.refuses() || !entry.evidence().isAssumed())),
                "who refuses has no excuse, who is known needs none");
    }

    @Test
    void whatIsAssumedAndCanRefuseHasASwitchOrASetting() {
        assertEquals(
                List.of(),
                ids(entry -> entry.holds()
                        && entry.evidence().isAssumed()
                        && entry.refuses()
                        && entry.switchedOff().isEmpty()
                        && entry.setting().isEmpty()),
                "nobody can do without these");
    }

    @Test
    void aRuleThatHoldsHasASettingThatIsThereOrASwitchNotBoth() {
        Set<String> settings = Settings.ALL.stream().map(Setting::name).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                ids(entry -> entry.holds()
                        && !entry.setting().map(settings::contains).orElse(true)),
                "settings that are not there");
        assertEquals(
                List.of(),
                ids(entry -> entry.setting().isPresent() && entry.switchedOff().isPresent()),
                "switched in two ways");
        assertEquals(
                List.of(),
                ids(entry -> entry.holds()
                        && !entry.onByDefault()
                        && entry.setting().isEmpty()
                        && entry.switchedOff().isEmpty()),
                "off for good");
    }

    @Test
    void familiesAndSourcesAreExplained() {
        assertEquals(List.of(), ids(entry -> !BOOK.families().containsKey(entry.family())), "families");
        assertEquals(
                BOOK.families().keySet().stream().toList(),
                BOOK.entries().stream().map(RuleEntry::family).distinct().toList(),
                "rules stand in the order of their families");
        assertEquals(
                List.of(),
                ids(entry -> entry.evidence() == Evidence.E != entry.family().equals("EMUL")),
                "own");
    }

    @Test
    void whatCodeNamesIsARuleThatHolds() {
        for (RuleId rule : RuleId.values()) {
            RuleEntry entry = BOOK.find(rule.id()).orElseThrow(() -> new AssertionError(rule + " is no rule"));
            assertTrue(entry.holds(), rule + " is only planned");
            assertEquals(entry.onByDefault() || entry.switchedOff().isEmpty(), rule.isOnByDefault(), rule.id());
        }
    }

    @Test
    void whatCanBeSwitchedIsKnownToCode() {
        Set<String> known = Stream.of(RuleId.values()).map(RuleId::id).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                ids(entry -> entry.holds() && entry.switchedOff().isPresent() && !known.contains(entry.id())));
    }

    @Test
    void theConformanceSuiteNamesRulesThatHold() throws IOException {
        List<String> evidence = Files.readAllLines(Path.of("conformance/requirements.yaml")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("evidence:"))
                .map(line ->
                        line.substring("evidence:".length()).replace("\"", "").strip())
                .toList();
        assertTrue(evidence.size() > 50, "found only " + evidence);
        for (String ids : evidence) {
            for (String id : ids.split(", ")) {
                assertTrue(BOOK.find(id).filter(RuleEntry::holds).isPresent(), id + " in evidence: " + ids);
            }
        }
    }

    private static List<String> ids(Predicate<RuleEntry> wrong) {
        return BOOK.entries().stream().filter(wrong).map(RuleEntry::id).toList();
    }

    private static Map<String, Set<String>> named() {
        try {
            return FidelityPage.tests(Path.of(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(JavaMethod method) {
        return Stream.of(Test.class, TestFactory.class, ParameterizedTest.class).anyMatch(method::isAnnotatedWith);
    }

    /** Those of the one package that sees what black-box tests extend. */
    private static JavaClasses tests() {
        try {
            return new ClassFileImporter()
                    .importPath(Path.of(RulesTest.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                            .resolve("io/alignemulator/http"));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
