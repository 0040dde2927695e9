package io.alignemulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.values.Collation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rooms of the house and who may enter which, the borders of the libraries, and where state and time live. */
@AnalyzeClasses(packages = "io.alignemulator", importOptions = ShippedClasses.class)
class ArchitectureTest {

    private static final String ROOT = "io.alignemulator";
    private static final int LONGEST_FILE = 350;

    /** Types of constants whose values cannot change. Collections are looked at one by one. */
    private static final Set<String> IMMUTABLE = Set.of(
            "java.lang.String",
            "java.lang.Object",
            "java.lang.Integer",
            "java.lang.Long",
            "java.math.BigDecimal",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.format.DateTimeFormatter",
            "java.net.http.HttpClient",
            "java.util.Comparator",
            "java.util.function.Function",
            "java.util.function.Predicate",
            "java.util.regex.Pattern",
            "org.junit.jupiter.api.extension.ExtensionContext$Namespace",
            "tools.jackson.core.json.JsonFactory",
            "tools.jackson.databind.json.JsonMapper",
            "tools.jackson.databind.node.JsonNodeFactory",
            "io.lacuna.bifurcan.IntMap");

    /** The room may use these rooms and itself, no other; each sees only what lies below it. Everybody may name a rule, and the name that was meant. */
    private static ArchRule room(String room, String because, String... below) {
        DescribedPredicate<JavaClass> other = DescribedPredicate.describe(
                "another room than " + List.of(below),
                type -> type.getPackageName().startsWith(ROOT)
                        && !isIn(type, room)
                        && !isIn(type, "rules")
                        && !isIn(type, "shipped")
                        && !isIn(type, "wording")
                        && !isIn(type, "work")
                        && Stream.of(below).noneMatch(each -> isIn(type, each)));
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat(other)
                .because(because);
    }

    /** A room that everybody may use, and that uses no other, not even such a one. */
    private static ArchRule usesNothing(String room, String because) {
        String own = ROOT + "." + room + "..";
        return noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(own))))
                .because(because);
    }

    /** The rooms inside a room, from the lowest to the highest: each may use those before it. */
    private static ArchRule rooms(String room, String... fromBelow) {
        Architectures.LayeredArchitecture floors = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (int i = 0; i < fromBelow.length; i++) {
            floors = floors.layer(fromBelow[i]).definedBy(ROOT + "." + room + "." + fromBelow[i] + "..");
        }
        for (int i = 0; i < fromBelow.length; i++) {
            String[] above = Arrays.copyOfRange(fromBelow, i + 1, fromBelow.length);
            floors = above.length == 0
                    ? floors.whereLayer(fromBelow[i]).mayNotBeAccessedByAnyLayer()
                    : floors.whereLayer(fromBelow[i]).mayOnlyBeAccessedByLayers(above);
        }
        return floors.because("whoever reads the lower floors needs not know the higher ones");
    }

    private static boolean isIn(JavaClass type, String room) {
        String wanted = ROOT + "." + room;
        return type.getPackageName().equals(wanted) || type.getPackageName().startsWith(wanted + ".");
    }

    @ArchTest
    static final ArchRule wordingUsesNothing =
            usesNothing("wording", "every other room may say which name was meant, and that a value is refused");

    @ArchTest
    static final ArchRule shippedUsesNothing = usesNothing("shipped", "every other room may bring a file along");

    @ArchTest
    static final ArchRule workUsesNothing = usesNothing("work", "every other room may count what a call takes");

    @ArchTest
    static final ArchRule rulesUseNothing = room("rules", "every other room names rules");

    @ArchTest
    static final ArchRule settingsUseNothing = room("settings", "every other room reads settings");

    @ArchTest
    static final ArchRule catalogueUsesSettings =
            room("catalogue", "what a resource is does not depend on what is done with its records", "settings");

    @ArchTest
    static final ArchRule valuesUseTheCatalogue = room(
            "values",
            "how a value of a type is read and printed does not depend on the record",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule worldUsesTheCatalogue = room(
            "world",
            "the world is a value: it knows what records look like, not who asks",
            "values",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule fixturesUseTheWorld = room(
            "fixtures",
            "a fixture is stored state, not a request: no rule of a verb applies",
            "world",
            "values",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule accessUsesTheWorld =
            room("access", "who may do what is decided on records, not on calls", "world", "catalogue", "settings");

    @ArchTest
    static final ArchRule queryUsesTheCollationOnly = noClasses()
            .that()
            .resideInAPackage(ROOT + ".query..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..")
                    .and(not(resideInAPackage(ROOT + ".query..")))
                    .and(not(resideInAPackage(ROOT + ".wording..")))
                    .and(not(resideInAPackage(ROOT + ".work..")))
                    .and(not(DescribedPredicate.describe("Collation", type -> type.isEquivalentTo(Collation.class)))))
            .because("the query language knows values, not resources; filters and indexes share one collation");

    @ArchTest
    static final ArchRule resourceUsesQueryAndAccess = room(
            "resource",
            "a verb is the same in every sandbox and behind every transport",
            "query",
            "access",
            "world",
            "values",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule sandboxKnowsNoTransport = room(
            "sandbox",
            "a sandbox is the state of a site, whoever reaches it and how",
            "protocol",
            "resource",
            "query",
            "access",
            "fixtures",
            "world",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule controlKnowsNoTransport = room(
            "control",
            "the control API is a table of actions on sandboxes",
            "observation",
            "conformance",
            "protocol",
            "sandbox",
            "resource",
            "access",
            "fixtures",
            "world",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule consoleKnowsNoTransport = room(
            "console",
            "a page is computed from a site, whoever asks for it: the guard and the wire are others' rooms; conditions of a page are read as the control API reads them",
            "observation",
            "conformance",
            "protocol",
            "control.bind",
            "sandbox",
            "resource",
            "query",
            "access",
            "values",
            "world",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule onlyTheDoorLeadsToTheConsole = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".console..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".http.pages.ConsoleDoor")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".console..")
            .because("a server whose console nobody visits loads none of it");

    @ArchTest
    static final ArchRule onlyTheConsoleKnowsTheTemplates = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".console.Templates")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gg.jte..")
            .because("the template engine can be replaced in one class");

    @ArchTest
    static final ArchRule httpKnowsNoFacade = room(
            "http",
            "the server is given its sandbox and settings; only the façade puts the parts together",
            "protocol",
            "control",
            "console",
            "sandbox",
            "resource",
            "query",
            "access",
            "fixtures",
            "world",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule protocolUsesNothing =
            room("protocol", "the words of the control API are those of the server and of every client");

    @ArchTest
    static final ArchRule clientUsesTheWordsOnly =
            room("client", "a test sees the emulator through its control API alone, wherever it runs", "protocol");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().startsWith(ROOT)
                            ? SliceIdentifier.of(type.getPackageName())
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "every package, that of the facade included";
                }
            })
            .should()
            .beFreeOfCycles()
            .because("a request takes one direction, no back and forth");

    @ArchTest
    static final ArchRule onlyTestFrameworksStandAboveTheFacade = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".junit..", ROOT + ".testcontainers..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT)
            .because("the facade puts the parts together; the parts do not know it");

    @ArchTest
    static final ArchRule theFacadeKnowsNoTestFramework = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".junit..", ROOT + ".testcontainers..")
            .because("a server starts without JUnit and without a container engine");

    @ArchTest
    static final ArchRule onlyHttpKnowsTheServer = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "kotlin..")
            .because("the HTTP library can be replaced in one room");

    @ArchTest
    static final ArchRule onlyThreeClassesKnowTheSchemaLibrary = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".resource.rules.Schemas")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".resource.rules.Validation")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".conformance.run.TaskProtocol")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..")
            .because(
                    "violations of a schema are translated into the real server's sentences in one place, and told to authors of clients in another");

    @ArchTest
    static final ArchRule onlyTheWorldKnowsPersistentCollections = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".world..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lacuna..")
            .because("the library of persistent collections can be replaced in one room");

    @ArchTest
    static final ArchRule onlyTheSaveFormatKnowsMapDb = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".save.folder.SavedTable")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mapdb..")
            .because("MapDB is optional and is loaded when something saved has to be read or written");

    @ArchTest
    static final ArchRule theFolderKnowsRowsAndNoSandboxes = room(
            "save.folder", "a log of batches is the same whatever they are about", "world", "catalogue", "settings");

    @ArchTest
    static final ArchRule saveUsesSandboxes = room(
            "save",
            "a store is one of many that could keep sandboxes",
            "sandbox",
            "access",
            "world",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule nobodyKnowsHowSandboxesAreSaved = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".save..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".save..")
            .because("the store is found by its service: who keeps nothing loads nothing of it");

    @ArchTest
    static final ArchRule theArchiveKnowsNoClassOfIt =
            room("archive", "what decides how a server is started is loaded twice, so it is little and knows of none");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .haveNameNotMatching(
                    ".*[.](Main|Subcommand|SettingOptions|ServeCommand|HealthCommand|ConformanceCommand|ObserveCommand|DriftCommand|PackCommand|ArchiveCommand)([$].*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("who embeds the emulator parses no command line");

    @ArchTest
    static final ArchRule conformanceUsesTheClient = room(
            "conformance",
            "a client is judged on what any emulator tells through its control API",
            "client",
            "protocol");

    @ArchTest
    static final ArchRule observationShowsTheJudgeASandbox = room(
            "observation",
            "the judge knows no sandbox of this process, and no sandbox knows a judge",
            "conformance",
            "protocol",
            "sandbox",
            "resource",
            "fixtures",
            "world",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule conformanceJudgesWhatItIsShown = rooms("conformance", "judge", "suite", "report", "run");

    @ArchTest
    static final ArchRule driftKnowsNoEmulator = room(
            "drift",
            "a site is compared with what is written of it, not with a server; what follows from a record is computed in one place",
            "world",
            "values",
            "catalogue",
            "settings");

    @ArchTest
    static final ArchRule driftComparesShapes = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".drift.shape..", ROOT + ".drift.site..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".drift")
            .because("how a site is asked and what is kept of it does not depend on what is expected");

    @ArchTest
    static final ArchRule onlyTwoRoomsKnowJUnitAndTestcontainers = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".junit..", ROOT + ".testcontainers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.testcontainers..", "com.github.dockerjava..")
            .because("whoever does without them has them not on the class path");

    @ArchTest
    static final ArchRule onlyTheBuildReadsYaml = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson.dataformat.yaml..", "org.snakeyaml..")
            .because("YAML is read when the emulator is built; the library is not in its jar");

    @ArchTest
    static final ArchRule onlyTheClockAsksTheMachine = noClasses()
            .that()
            .doNotBelongToAnyOf(Clock.class)
            .should()
            .accessTargetWhere(
                    DescribedPredicate.describe("asks the machine for the time", ArchitectureTest::readsTime))
            .because("a test turns the one clock and everything that needs time follows");

    private static boolean readsTime(com.tngtech.archunit.core.domain.JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return (owner.equals("java.lang.System")
                        && Set.of("nanoTime", "currentTimeMillis").contains(target.getName()))
                || (owner.startsWith("java.time.") && target.getName().equals("now"))
                || owner.equals("java.time.Clock")
                || owner.equals("java.util.Date");
    }

    @ArchTest
    static final ArchRule staticFieldsAreFinal =
            fields().that().areStatic().should().beFinal().because("no state lives outside a sandbox");

    @ArchTest
    static final ArchRule constantsCannotChange = fields().that()
            .areStatic()
            .and(DescribedPredicate.describe("written by hand", ArchitectureTest::isWritten))
            .should(beImmutable())
            .because("no state lives outside a sandbox");

    private static boolean isWritten(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getName().startsWith("$");
    }

    private static ArchCondition<JavaField> beImmutable() {
        return new ArchCondition<>("hold a value that cannot change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (!isImmutable(field)) {
                    events.add(SimpleConditionEvent.violated(
                            field,
                            field.getFullName() + " holds a "
                                    + field.getRawType().getName()));
                }
            }
        };
    }

    private static boolean isImmutable(JavaField field) {
        JavaClass type = field.getRawType();
        if (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) {
            return value(field).getClass().getName().startsWith("java.util.ImmutableCollections")
                    || value(field).getClass().getName().startsWith("java.util.Collections$");
        }
        if (type.isArray()) {
            // it can change, but only inside the class that holds it
            return field.getModifiers().contains(JavaModifier.PRIVATE);
        }
        return type.isPrimitive()
                || type.isEnum()
                || IMMUTABLE.contains(type.getName())
                || (type.getPackageName().startsWith(ROOT) && hasFinalFieldsOnly(type));
    }

    private static boolean hasFinalFieldsOnly(JavaClass type) {
        return type.getAllFields().stream()
                .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
    }

    private static Object value(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }

    @ArchTest
    static void packagesAreNullMarked(JavaClasses classes) {
        JavaPackage root = classes.getPackage(ROOT);
        List<String> unmarked = Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
                .filter(each -> !each.getClasses().isEmpty() && !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertEquals(List.of(), unmarked, "no nulls cross the borders of packages unseen");
    }

    @ArchTest
    static final ArchRule exceptionsAreUnchecked = classes()
            .that()
            .areAssignableTo(Exception.class)
            .should()
            .beAssignableTo(RuntimeException.class)
            .because("handlers do not catch; one place renders");

    @ArchTest
    static void filesAreShort(JavaClasses classes) throws IOException {
        Predicate<Path> isTooLong = file -> lines(file) > LONGEST_FILE;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(isTooLong)
                    .map(Path::toString)
                    .toList();
            assertEquals(List.of(), tooLong, "a file is a thought: at most " + LONGEST_FILE + " lines");
        }
        assertEquals(true, classes.contain(Catalogue.class), "the rules look at the main classes");
    }

    /** A sandbox has two ends, the server's and the client's, and is the same thing at both. */
    private static final Set<String> AT_BOTH_ENDS = Set.of("Sandbox.java", "package-info.java");

    @ArchTest
    static void aNameHasOneMeaning(JavaClasses classes) throws IOException {
        Map<String, List<Path>> files = new TreeMap<>();
        for (String tree : List.of("src/main/java", "src/build/java")) {
            try (Stream<Path> all = Files.walk(Path.of(tree))) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(file -> files.computeIfAbsent(
                                file.getFileName().toString(), name -> new ArrayList<>())
                        .add(file));
            }
        }
        List<List<Path>> several = files.entrySet().stream()
                .filter(each -> each.getValue().size() > 1 && !AT_BOTH_ENDS.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        assertEquals(List.of(), several, "who reads the name of a file knows which one it is");
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
