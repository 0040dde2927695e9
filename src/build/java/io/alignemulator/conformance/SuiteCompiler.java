package io.alignemulator.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Build step: turns {@code conformance/} into the one file that {@link Suite#load()} reads, and refuses what is wrong in it. The YAML reader is on the class path of the build only. */
public final class SuiteCompiler {

    private static final String ENDING = ".yaml";

    private SuiteCompiler() {}

    /** Arguments: the {@code conformance} folder and the folder for class files. */
    public static void main(String[] args) throws IOException {
        byte[] compiled = JsonMapper.shared().writeValueAsBytes(sources(Path.of(args[0])));
        Suite.read(JsonMapper.shared().readValue(compiled, Object.class));
        Path target = Path.of(args[1]).resolve("io/alignemulator/conformance").resolve(Suite.COMPILED);
        Files.createDirectories(target.getParent());
        Files.write(target, compiled);
    }

    private static ObjectNode sources(Path folder) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode suite = yaml.createObjectNode();
        suite.setAll(
                (ObjectNode) yaml.readTree(folder.resolve("requirements.yaml").toFile()));
        ObjectNode scenarios = suite.putObject("scenarios");
        try (Stream<Path> list = Files.list(folder.resolve("scenarios"))) {
            List<Path> files =
                    list.filter(file -> name(file).endsWith(ENDING)).sorted().toList();
            for (Path file : files) {
                scenarios.set(
                        name(file).substring(0, name(file).length() - ENDING.length()), yaml.readTree(file.toFile()));
            }
        }
        return suite;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
