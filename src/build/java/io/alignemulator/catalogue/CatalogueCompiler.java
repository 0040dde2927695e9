package io.alignemulator.catalogue;

import io.alignemulator.rules.RuleCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Build step: turns {@code openapi/resources/*.yaml} into the one compact file that {@link Catalogue#load()} reads, so that starting a server parses no YAML. What only
 * documents (evidence, notes, examples) is not in it; the evidence of fields stands in a file beside it. The rules are compiled with it. The YAML reader is on the class path of the build only.
 */
public final class CatalogueCompiler {

    private CatalogueCompiler() {}

    /** Arguments: the {@code openapi} folder and the folder for class files. */
    public static void main(String[] args) throws IOException {
        RuleCompiler.compile(Path.of(args[0]), Path.of(args[1]));
        ObjectNode compiled = readSources(Path.of(args[0]));
        compiled.remove("sources");
        ObjectNode evidence = evidence(compiled);
        Path target = Path.of(args[1]).resolve("io/alignemulator/catalogue").resolve(Catalogue.COMPILED);
        Files.createDirectories(target.getParent());
        byte[] packed = CataloguePacker.pack(CatalogueReader.read(compiled));
        if (!Arrays.equals(packed, CataloguePacker.pack(PackedCatalogue.read(packed)))) {
            throw new IllegalStateException("the packed catalogue is another one");
        }
        Files.write(target, packed);
        Files.write(
                target.resolveSibling(FieldEvidence.COMPILED),
                JsonMapper.shared().writeValueAsBytes(evidence));
    }

    /** How each key and its type are known, by Resource.key, Model.key and Resource.x-expand.key: what the drift kit tells the better of. */
    private static ObjectNode evidence(ObjectNode catalogue) {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        Stream.of("models", "resources").forEach(kind -> catalogue.path(kind).forEachEntry((owner, schema) -> {
            schema.path("properties").forEachEntry((name, field) -> {
                String key = field.path("x-evidence").asString();
                all.putObject(owner + "." + name)
                        .put("key", key)
                        .put("type", field.path("x-type-evidence").asString(key));
            });
            schema.path("x-expand").forEachEntry((name, added) -> {
                String key = added.path("evidence").asString();
                all.putObject(owner + ".x-expand." + name).put("key", key).put("type", key);
            });
        }));
        return all;
    }

    /** The whole catalogue as written: {@code {"models": {...}, "actions": {...}, "sources": {...}, "resources": {"Capability": {...}, ...}}}, documentation included. */
    static ObjectNode readSources(Path openapi) throws IOException {
        CatalogueSource source = new CatalogueSource(openapi);
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.set("models", source.read("models.yaml", "models"));
        root.set("actions", source.read("actions.yaml", "actions"));
        root.set("sources", source.read("sources.yaml", "sources"));
        source.read("common.yaml", "common");
        ObjectNode resources = root.putObject("resources");
        try (Stream<Path> files = Files.list(openapi.resolve("resources"))) {
            for (String file :
                    files.map(each -> each.getFileName().toString()).sorted().toList()) {
                resources.set(file.replace(".yaml", ""), source.read("resources/" + file, "resource"));
            }
        }
        if (source.mistakes().isEmpty()) {
            links(root, source);
        }
        if (!source.mistakes().isEmpty()) {
            throw new IllegalArgumentException("the catalogue has mistakes:\n" + String.join("\n", source.mistakes()));
        }
        return root;
    }

    private static void links(ObjectNode root, CatalogueSource source) {
        root.path("models")
                .forEachEntry((name, model) -> CatalogueLinks.check(
                        root,
                        model,
                        (at, what) -> source.mistake(
                                "models.yaml",
                                JsonPointer.empty().appendProperty(name).append(at),
                                what)));
        root.path("resources").forEachEntry((name, resource) -> {
            String file = "resources/" + name + ".yaml";
            if (!resource.path("title").asString().equals(name)) {
                source.mistake(file, JsonPointer.compile("/title"), "the file is called " + name);
            }
            CatalogueLinks.check(root, resource, (at, what) -> source.mistake(file, at, what));
        });
    }
}
