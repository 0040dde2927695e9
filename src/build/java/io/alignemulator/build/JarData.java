package io.alignemulator.build;

import io.alignemulator.catalogue.CatalogueCompiler;
import io.alignemulator.catalogue.OpenApiGenerator;
import io.alignemulator.conformance.suite.SuiteCompiler;
import io.alignemulator.control.ControlDescription;
import io.alignemulator.fixtures.ShippedSets;
import java.io.IOException;
import java.nio.file.Path;

/** Build step: all data files of the jar that are made from {@code openapi/}, {@code fixtures/} and {@code conformance/}; each tool refuses what is wrong in its sources. */
public final class JarData {

    private JarData() {}

    /** Arguments: the root of the project and the folder for class files. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        String classes = args[1];
        String openapi = root.resolve("openapi").toString();
        CatalogueCompiler.main(new String[] {openapi, classes});
        ShippedSets.main(new String[] {classes, root.resolve("fixtures").toString()});
        SuiteCompiler.main(new String[] {root.resolve("conformance").toString(), classes});
        OpenApiGenerator.main(new String[] {openapi, classes});
        ControlDescription.main(new String[] {args[0], classes});
    }
}
