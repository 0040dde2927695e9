package io.alignemulator.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All resources. Immutable; the same for every server in a process. */
public final class Catalogue {

    /** Written by {@link CatalogueCompiler} when the project is built. */
    static final String COMPILED = "catalogue.json";

    private final List<Resource> resources;
    private final Map<String, Resource> byName;

    Catalogue(List<Resource> resources) {
        this.resources = List.copyOf(resources);
        this.byName = resources.stream().collect(Collectors.toUnmodifiableMap(Resource::name, Function.identity()));
    }

    /** Reads the compiled form from the class path. */
    public static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream(COMPILED)) {
            if (in == null) {
                throw new IllegalStateException(
                        COMPILED + " is not on the class path: run the build, which compiles openapi/resources");
            }
            return CatalogueReader.read(Json.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of their names. */
    public List<Resource> resources() {
        return resources;
    }

    /** The resource of that name; a name that the catalogue itself wrote. */
    public Resource resource(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no resource " + name));
    }

    public Optional<Resource> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
