package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What users of the Java API can write is listed in {@code docs/public-api.txt}, so that a change of it is seen. {@code mvn test -Dtest=PublicApiTest -Drefresh} writes the list anew.
 */
class PublicApiTest {

    private static final Path FILE = Path.of("docs/public-api.txt");

    /** The packages that are for users; public types elsewhere are public for the other rooms only. */
    private static final Set<String> PACKAGES = Set.of(
            "io.alignemulator",
            "io.alignemulator.client",
            "io.alignemulator.conformance",
            "io.alignemulator.conformance.report",
            "io.alignemulator.conformance.run",
            "io.alignemulator.conformance.suite",
            "io.alignemulator.junit",
            "io.alignemulator.protocol",
            "io.alignemulator.protocol.calls",
            "io.alignemulator.protocol.faults",
            "io.alignemulator.testcontainers");

    /** Public because they are run, not called. */
    private static final Set<String> PROGRAMS = Set.of("io.alignemulator.Main");

    @Test
    void aChangeOfThePublicApiIsSeen() throws IOException {
        String api = new ClassFileImporter()
                .withImportOption(new ShippedClasses()).importPackages(PACKAGES).stream()
                        .filter(type -> PACKAGES.contains(type.getPackageName()) && !PROGRAMS.contains(type.getName()))
                        .map(JavaClass::reflect)
                        .filter(PublicApiTest::isVisible)
                        .sorted((a, b) -> a.getName().compareTo(b.getName()))
                        .map(PublicApiTest::described)
                        .collect(Collectors.joining("\n"));
        if (System.getProperty("refresh") != null) {
            Files.writeString(FILE, api);
        }
        assertEquals(Files.readString(FILE), api, "see the comment of this class");
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static String described(Class<?> type) {
        Stream<String> members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(PublicApiTest::isVisible)
                                .map(PublicApiTest::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(PublicApiTest::isVisible)
                                .map(PublicApiTest::constructor),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> isVisible(method) && !method.isSynthetic())
                                .map(PublicApiTest::method))
                .flatMap(lines -> lines.sorted())
                .map(line -> "    " + line + "\n");
        return modifiers(type.getModifiers()) + kind(type) + " " + type.getName() + supertypes(type) + "\n"
                + members.collect(Collectors.joining());
    }

    private static boolean isVisible(Member member) {
        boolean inherited = !Modifier.isFinal(member.getDeclaringClass().getModifiers())
                && Modifier.isProtected(member.getModifiers());
        return Modifier.isPublic(member.getModifiers()) || inherited;
    }

    private static String kind(Class<?> type) {
        return type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
    }

    private static String modifiers(int modifiers) {
        return Stream.of("static", "abstract", "final")
                .filter(word -> Arrays.asList(Modifier.toString(modifiers & ~Modifier.INTERFACE)
                                .split(" "))
                        .contains(word))
                .map(word -> word + " ")
                .collect(Collectors.joining());
    }

    private static String supertypes(Class<?> type) {
        List<Type> all = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .filter(each -> !Set.of(Object.class, Record.class).contains(each))
                .toList();
        return all.isEmpty() ? "" : " : " + names(all.toArray(Type[]::new));
    }

    private static String field(Field field) {
        return modifiers(field.getModifiers()) + field.getGenericType().getTypeName() + " " + field.getName();
    }

    private static String constructor(Constructor<?> constructor) {
        return "new(" + names(constructor.getGenericParameterTypes()) + ")";
    }

    private static String method(Method method) {
        Object fallback = method.getDefaultValue();
        return modifiers(method.getModifiers() & ~Modifier.ABSTRACT)
                + method.getGenericReturnType().getTypeName() + " " + method.getName() + "("
                + names(method.getGenericParameterTypes()) + ")"
                + (fallback == null
                        ? ""
                        : " default " + (fallback instanceof Object[] ? "{}" : "\"" + fallback + "\""));
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", "));
    }
}
