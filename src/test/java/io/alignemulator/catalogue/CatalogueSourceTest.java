package io.alignemulator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a file of the catalogue is told with file, line and key. */
class CatalogueSourceTest {

    private static final String GADGET = """
            title: Gadget
            type: object
            x-paths: [Gadgets]
            x-singular: Gadget
            x-model: GadgetDto
            x-noun: {one: gadget, many: gadgets, evidence: inferred}
            x-seed: false
            x-verbs: {create: true, update: true, delete: true, evidence: inferred}
            x-scope: {mode: program, program: [programId], evidence: inferred}
            x-access: {page: Gadgets, create: Add Agile Objects, update: Add Agile Objects, evidence: inferred}
            x-stamps:
              - {field: state, value: 2, by: closedBy, date: closedDate}
            x-expand:
              program: {from: programId, resource: Program, as: ProgramDto, evidence: inferred}
            x-key-order-evidence: inferred
            required: [name]
            properties:
              id: {type: integer, readOnly: true, x-evidence: inferred}
              name: {type: string, x-unique: true, x-evidence: inferred}
              state: {type: integer, enum: [1, 2], default: 1, x-evidence: inferred}
              programId: {type: [integer, "null"], x-ref: Program.id, x-none: [0], x-evidence: inferred}
              closedBy: {type: [string, "null"], format: uid, x-ref: User.uid, x-evidence: inferred}
              closedDate: {type: [string, "null"], format: date-time, x-evidence: inferred}
              programName: {type: [string, "null"], readOnly: true, x-derived: {echo: programId.title}, x-evidence: inferred}
              self: {type: string, format: uri, readOnly: true, x-evidence: inferred}
            """;

    @TempDir
    private Path openapi;

    @BeforeEach
    void schema() throws IOException {
        Files.copy(Path.of("openapi", CatalogueSource.SCHEMA), openapi.resolve(CatalogueSource.SCHEMA));
    }

    @Test
    void aCorrectFileHasNoMistakes() throws IOException {
        assertEquals(List.of(), mistakes(GADGET, "resource"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # written             | instead                   | line and what is told
            x-unique: true        | x-unqiue: true            | 19: properties.name.x-unqiue: unknown key; did you mean x-unique?
            x-verbs:              | x-verb:                   | 8: x-verb: unknown key; did you mean x-verbs?
            x-singular: Gadget    | zzz: Gadget               | 4: zzz: unknown key; known are title, type, required, properties, x-paths
            required: [name]      | x-index: true             | 16: x-index: unknown key; known are title
            delete: true          | remove: true              | 8: x-verbs.remove: unknown key; known are create, update, delete, evidence
            delete: true          | delete: maybe             | 8: x-verbs.delete: string found, boolean expected
            mode: program         | mode: programme           | 9: x-scope.mode: "programme" does not have a value in the enumeration
            x-ref: Program.id     | x-ref: Program            | 21: properties.programId.x-ref: "Program" does not match
            x-ref: Program.id     | x-ref: "Program.id,Epic.id" | 21: properties.programId.x-ref: "Program.id,Epic.id" does not match
            x-ref: Program.id, x-none | x-none                | 21: properties.programId.x-none: has a missing property 'x-ref'
            type: integer, enum   | type: int, enum           | 20: properties.state.type: "int" does not have a value in the enumeration
            [integer, "null"]     | [integer, string]         | 21: properties.programId.type.1: "string" must be
            format: uid           | format: uuid              | 22: properties.closedBy.format: "uuid" does not have a value in the enumeration
            default: 1, x-evidence: inferred | default: 1     | 20: properties.state: required property 'x-evidence' not found
            default: 1, x-evidence: inferred | default: 1, x-evidence: guessed | 20: properties.state.x-evidence: "guessed" does not have
            echo: programId.title | echo: programId           | 24: properties.programName.x-derived.echo: "programId" does not match
            echo: programId.title | ecko: programId.title     | 24: properties.programName.x-derived.ecko: unknown key; did you mean echo?
            x-none: [0]           | x-none: 0                 | 21: properties.programId.x-none: integer found, array expected
            , by: closedBy, date: closedDate | ''            | 12: x-stamps.0:
            value: 2              | value: two                | 12: x-stamps.0.value: string found, integer expected
            from: programId       | form: programId           | 14: x-expand.program.form: unknown key; did you mean from?
            resource: Program,    | resource: (somewhere),    | 14: x-expand.program.resource: "(somewhere)" does not match
            x-paths: [Gadgets]    | x-paths: [/Gadgets]       | 3: x-paths.0:
            x-paths: [Gadgets]    | x-paths: ["Gadgets/{id"]  | 3: x-paths.0:
            page: Gadgets, create | create                    | 10: x-access: required property 'page' not found
            x-noun:               | x-note: odd, x-noun:      | 6: mapping values are not allowed here
            x-seed: false         | x-singular: Gadgets       | 7: Duplicate Object property "x-singular"
            name: {type: string   | na-me: {type: string      | 19: properties.na-me:
            """)
    void aMistakeIsToldWithItsLineAndKey(String written, String instead, String told) throws IOException {
        String yaml = GADGET.replace(written, instead.equals("''") ? "" : instead);
        assertTrue(!yaml.equals(GADGET), "the file does not hold " + written);
        List<String> mistakes = mistakes(yaml, "resource");
        String expected = "Gadget.yaml:" + told;
        assertTrue(
                mistakes.stream().anyMatch(each -> each.startsWith(expected)),
                () -> expected + " is not in\n" + String.join("\n", mistakes));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            models  | A: {type: object, x-evidence: listed, x-not: x} | 1: A.x-not: unknown key; did you mean x-note?
            models  | A: {type: object, x-evidence: listed, properties: {a: {type: text, x-evidence: listed}}} | 1: A.properties.a.type: "text" does not
            models  | A: {x-evidence: listed}                         | 1: A: required property 'type' not found
            actions | Fly: {allow: to fly, x-evidence: listed}        | 1: Fly.allow: unknown key; did you mean allows?
            sources | HELP: [a page]                                  | 1: HELP: array found, string expected
            common  | {openapi: 3.1.0, info: {x-evidense: listed}, paths: {}, components: {}} | 1: info.x-evidense: property 'x-evidense' name is not valid
            """)
    void soIsAMistakeInTheOtherFiles(String part, String yaml, String told) throws IOException {
        List<String> mistakes = mistakes(yaml, part);
        assertTrue(
                mistakes.stream().anyMatch(each -> each.startsWith("Gadget.yaml:" + told)),
                () -> told + " is not in\n" + String.join("\n", mistakes));
    }

    @Test
    void allMistakesOfAFileAreToldAtOnce() throws IOException {
        String yaml = GADGET.replace("x-unique", "x-unqiue")
                .replace("mode: program", "mode: none")
                .replace("x-seed", "x-sed");
        assertEquals(4, mistakes(yaml, "resource").size(), "three keys and the missing x-seed");
    }

    @Test
    void aMistakeEndsTheCompilation() throws IOException {
        copyCatalogue();
        Path epic = openapi.resolve("resources/Epic.yaml");
        String yaml = Files.readString(epic);
        Files.writeString(epic, yaml.replace("x-create-only: true", "x-created-only: true"));
        long line = 1
                + yaml.substring(0, yaml.indexOf("x-create-only"))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> CatalogueCompiler.main(new String[] {
                    openapi.toString(), openapi.resolve("classes").toString()
                }));
        assertEquals(
                "the catalogue has mistakes:\n" + "resources/Epic.yaml:" + line
                        + ": properties.createDate.x-created-only: unknown key; did you mean x-create-only?",
                refused.getMessage());
        assertTrue(
                Files.notExists(openapi.resolve("classes/io/alignemulator/catalogue/catalogue.packed")),
                "nothing is written");
    }

    private void copyCatalogue() throws IOException {
        Files.createDirectory(openapi.resolve("resources"));
        try (var files = Files.walk(Path.of("openapi"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, openapi.resolve(Path.of("openapi").relativize(file)));
            }
        }
    }

    private List<String> mistakes(String yaml, String part) throws IOException {
        Files.writeString(openapi.resolve("Gadget.yaml"), yaml);
        CatalogueSource source = new CatalogueSource(openapi);
        source.read("Gadget.yaml", part);
        return source.mistakes();
    }
}
