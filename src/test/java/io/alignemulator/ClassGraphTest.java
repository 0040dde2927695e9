package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.alignemulator.build.JarData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What ships is what runs: every class of the jars is reached from what users start, call or extend. */
@TestInstance(Lifecycle.PER_CLASS)
class ClassGraphTest {

    private static final String ROOT = "io.alignemulator";

    /** Programs and the packages whose public types are for users. */
    private static final Set<String> PROGRAMS = Set.of(ROOT + ".Main");

    private static final Set<String> FOR_USERS =
            Set.of(ROOT, ROOT + ".client", ROOT + ".conformance", ROOT + ".junit", ROOT + ".testcontainers");

    private final JavaClasses shipped =
            new ClassFileImporter().withImportOption(new ShippedClasses()).importPackages(ROOT);

    @Test
    void everyShippedClassIsReached() {
        Set<JavaClass> reached = reached(entryPoints());
        Set<String> unreached = new TreeSet<>();
        shipped.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(ClassGraphTest::outermost)
                .filter(type -> !reached.contains(type))
                .forEach(type -> unreached.add(type.getName()));
        assertEquals(Set.of(), unreached, "nothing that users start, call or extend needs these classes");
    }

    @Test
    void theWalkStartsSomewhereAndDoesNotSeeEverythingAtOnce() {
        Set<JavaClass> entries = entryPoints();
        Set<JavaClass> ofMain = reached(Set.of(shipped.get(Main.class)));
        assertTrue(entries.contains(shipped.get(JiraAlignEmulator.class)), "the facade is an entry");
        assertTrue(ofMain.size() > entries.size(), "the command line reaches the server");
        assertFalse(
                ofMain.stream().anyMatch(type -> type.getPackageName().equals(ROOT + ".testcontainers")),
                "the command line starts no container");
    }

    @Test
    void noToolOfTheBuildIsShipped() {
        assertFalse(shipped.contain(JarData.class), "it lies in src/build");
        try (Stream<Path> files = Files.walk(Path.of("src/build/java"))) {
            List<String> shippedTools = files.map(
                            file -> Path.of("src/build/java").relativize(file).toString())
                    .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
                    .filter(file -> Files.exists(Path.of("src/main/java").resolve(file))
                            || shipped.contain(file.replace(".java", "").replace('/', '.')))
                    .toList();
            assertEquals(List.of(), shippedTools);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<JavaClass> entryPoints() {
        Set<JavaClass> entries = new HashSet<>();
        for (JavaClass type : shipped) {
            boolean forUsers = FOR_USERS.contains(type.getPackageName())
                    && type.getModifiers().contains(JavaModifier.PUBLIC);
            if (forUsers || PROGRAMS.contains(type.getName()) || isService(type)) {
                entries.add(outermost(type));
            }
        }
        return entries;
    }

    /** Whether a service file of the jar names it. */
    private static boolean isService(JavaClass type) {
        Path services = Path.of("src/main/resources/META-INF/services");
        if (!Files.isDirectory(services)) {
            return false;
        }
        try (Stream<Path> files = Files.list(services)) {
            return files.anyMatch(file -> lines(file).contains(type.getName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Follows what classes use; a class and those inside it are one. */
    private Set<JavaClass> reached(Set<JavaClass> start) {
        Map<JavaClass, List<JavaClass>> parts =
                shipped.stream().collect(Collectors.groupingBy(ClassGraphTest::outermost));
        Set<JavaClass> reached = new HashSet<>(start);
        Deque<JavaClass> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            JavaClass outer = open.pop();
            parts.getOrDefault(outer, List.of()).stream()
                    .flatMap(type -> Stream.concat(
                            type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass),
                            permitted(type)))
                    .map(JavaClass::getBaseComponentType)
                    .filter(target -> target.getPackageName().startsWith(ROOT) && shipped.contain(target.getName()))
                    .map(ClassGraphTest::outermost)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    /** The members of a sealed type, among which JSON is bound by name: the class file of the type names them. */
    private Stream<JavaClass> permitted(JavaClass type) {
        Class<?>[] members = type.reflect().getPermittedSubclasses();
        return members == null
                ? Stream.empty()
                : Stream.of(members)
                        .map(Class::getName)
                        .filter(shipped::contain)
                        .map(shipped::get);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ClassGraphTest::outermost).orElse(type);
    }
}
