package io.alignemulator.http;

import io.alignemulator.access.matrix.RandomSite;
import io.alignemulator.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A server on a site made at random; what fails on it tells the seed and the user. */
record AccessSite(RandomSite world, SiteUnderTest server) {

    /** Makes the site, starts a server, runs the test, and leaves nothing behind. */
    static void in(long seed, Consumer<AccessSite> test) {
        RandomSite world = new RandomSite(seed);
        try {
            Path folder = Files.createTempDirectory("random-site");
            try {
                world.write(folder);
                try (SiteUnderTest server = start(folder)) {
                    test.accept(new AccessSite(world, server));
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ", " + e.getMessage(), e);
        }
    }

    private static SiteUnderTest start(Path folder) {
        return EmulatedSite.with(ServerSettings.FIXTURES, folder.toString());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    Client admin() {
        return client(1);
    }

    Client client(long user) {
        return new Client(server.uri(), RandomSite.token(user));
    }

    AccessWatch watch(long user) {
        return new AccessWatch(world, client(user));
    }

    /** Runs the test for every user but the super administrator. */
    void eachPersona(LongConsumer test) {
        as(world.personas().stream().mapToLong(Long::longValue), test);
    }

    /** Runs the test for every user. */
    void eachUser(LongConsumer test) {
        as(LongStream.concat(LongStream.of(1), world.personas().stream().mapToLong(Long::longValue)), test);
    }

    private static void as(LongStream users, LongConsumer test) {
        users.forEach(user -> {
            try {
                test.accept(user);
            } catch (AssertionError e) {
                throw new AssertionError("user " + user + ": " + e.getMessage(), e);
            }
        });
    }
}
