package io.alignemulator.catalogue;

import io.alignemulator.shipped.ShippedFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** All resources. Immutable; the same for every server in a process. */
public final class Catalogue {

    /** Written by {@link CatalogueCompiler} when the project is built. */
    static final String COMPILED = "catalogue.packed";

    private final List<Resource> resources;
    private final Map<String, Resource> byName;
    private final Set<String> actions;

    Catalogue(List<Resource> resources, Set<String> actions) {
        this.actions = Collections.unmodifiableSet(actions);
        this.resources = List.copyOf(resources);
        this.byName = resources.stream().collect(Collectors.toUnmodifiableMap(Resource::name, Function.identity()));
    }

    /** The compiled form of the class path; read once for all emulators of a process. */
    public static Catalogue load() {
        return Loaded.CATALOGUE;
    }

    /** Read when somebody first asks. */
    private static final class Loaded {
        private static final Catalogue CATALOGUE = PackedCatalogue.read(compiled());
    }

    /** A number that is another one for every other compiled form, as far as a checksum of 32 bits and a length can tell. */
    public static long fingerprint() {
        byte[] compiled = compiled();
        CRC32 sum = new CRC32();
        sum.update(compiled);
        return sum.getValue() << Integer.SIZE | compiled.length;
    }

    private static byte[] compiled() {
        return ShippedFile.bytes(Catalogue.class, COMPILED);
    }

    /** In the order of their names. */
    public List<Resource> resources() {
        return resources;
    }

    /** The pages of the user interface that a role may open, by name. */
    public Set<String> pages() {
        return resources.stream()
                .flatMap(resource -> resource.access().pages().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The actions that a role may allow, by name. */
    public Set<String> actions() {
        return actions;
    }

    /** The resource of that name; a name that the catalogue itself wrote. */
    public Resource resource(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no resource " + name));
    }

    /**
     * The field that one of several cases names, {@code value=Resource.field}; empty when none is for the value.
     *
     * @param value what decides, compared as text
     */
    public Optional<Field> picked(List<String> cases, @Nullable Object value) {
        String start = value + "=";
        return cases.stream()
                .filter(each -> each.startsWith(start))
                .map(each -> each.substring(start.length()).split("\\."))
                .map(names -> resource(names[0]).field(names[1]))
                .findFirst();
    }

    public Optional<Resource> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
