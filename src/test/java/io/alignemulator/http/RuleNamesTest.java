package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** Without its rule a test says what the emulator does, but not why. */
class RuleNamesTest {

    private static final Pattern FORM = Pattern.compile("section [1-9], .+ \\[[SDOI](/[SDOI])*]|emulator, .+");

    @Test
    void everyBlackBoxTestNamesItsRuleAndEvidence() throws URISyntaxException {
        List<JavaMethod> tests = blackBoxClasses().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(RuleNamesTest::isTest)
                .toList();
        assertTrue(tests.size() > 50, "found only " + tests);
        assertEquals(
                List.of(),
                tests.stream()
                        .filter(test -> !FORM.matcher(rule(test)).matches())
                        .map(test -> test.getFullName() + ": '" + rule(test) + "'")
                        .toList());
    }

    private static boolean isTest(JavaMethod method) {
        return method.getOwner().isAssignableTo(BlackBox.class)
                && (method.isAnnotatedWith(Test.class)
                        || method.isAnnotatedWith(TestFactory.class)
                        || method.isAnnotatedWith(ParameterizedTest.class));
    }

    private static String rule(JavaMethod method) {
        return method.tryGetAnnotationOfType(Rule.class).map(Rule::value).orElse("");
    }

    private static JavaClasses blackBoxClasses() throws URISyntaxException {
        Path root = Path.of(BlackBox.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new ClassFileImporter().importPath(root.resolve("io/alignemulator/http"));
    }
}
