package io.alignemulator;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.PackedSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code pack DIR}: makes one file of a folder of fixtures, from which a server starts in a fraction of the time. */
final class PackCommand {

    private static final String DEFAULT = "site.align";
    private static final double MEGABYTE = 1e6;

    private PackCommand() {}

    static CommandSpec spec() {
        return Subcommand.spec(
                        "Reads and checks a folder of fixtures and packs it into one file, from which --fixtures of this version"
                                + " starts in a fraction of the time.",
                        PackCommand::run,
                        Subcommand.option("--out", Path.class, "FILE", "The file to write; site.align unless given.")
                                .build())
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .arity("1")
                        .required(true)
                        .type(String.class)
                        .paramLabel("<DIR>")
                        .description("A folder of JSON files, one for each collection.")
                        .build());
    }

    private static int run(ParseResult parsed, Terminal terminal) {
        String folder = parsed.matchedPositionalValue(0, "");
        Path file = parsed.matchedOptionValue("--out", Path.of(DEFAULT));
        long records = PackedSite.pack(folder, file, Catalogue.load());
        terminal.out().println(String.format(Locale.ROOT, "%s: %,d records, %.1f MB", file, records, megabytes(file)));
        return 0;
    }

    private static double megabytes(Path file) {
        try {
            return Files.size(file) / MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
