package io.alignemulator.catalogue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of record: one file of {@code openapi/resources}.
 *
 * @param name e.g. Epic
 * @param ordinal place in the catalogue
 * @param recordsOf the resource whose records this one serves; its own name, or another for a second collection over the same records
 * @param routes addresses of its collection; the first is the canonical one, none for internal records
 * @param singular alias of the collection's last segment
 * @param model vendor's model name
 * @param auditName what the audit log calls a record
 * @param seed one of the 25 resources of the official object table
 * @param verbs what may be done besides reading
 * @param subResources {@code editmeta}, {@code auditlog}
 * @param idSequence name of the sequence that hands out ids; resources may share one
 * @param scope which memberships make a record visible
 * @param access what a role needs to see and to write records
 * @param fields in key order
 * @param byName fields by their exact name, {@code byLowerCaseName} for names in any case
 * @param listForm whether a record looks different in a list
 * @param expandedOrder key order of the expanded form, empty when each object stands behind its id key
 * @param queryKeys parameters of its list besides the options
 * @param brings records that come along with a new one
 * @param rules checks of the whole record
 * @param effects what follows from a write of a record, for itself and for others
 * @param ruled the fields that a rule computes which can be switched ({@link Field#computedBy})
 */
public record Resource(
        String name,
        int ordinal,
        String recordsOf,
        List<Route> routes,
        String singular,
        String model,
        String auditName,
        Noun noun,
        boolean seed,
        Set<Verb> verbs,
        Set<String> subResources,
        String idSequence,
        Scope scope,
        PageAccess access,
        List<Field> fields,
        Map<String, Field> byName,
        Map<String, Field> byLowerCaseName,
        boolean listForm,
        List<Expansion> expansions,
        List<String> expandedOrder,
        List<Stamp> stamps,
        List<QueryKey> queryKeys,
        List<Brought> brings,
        List<Rule> rules,
        List<Rule> effects,
        List<Field> ruled) {

    /** Fields by their exact name, or by their name in small letters. */
    static Map<String, Field> byName(List<Field> fields, boolean folded) {
        Map<String, Field> map = new HashMap<>();
        fields.forEach(f -> map.put(folded ? f.name().toLowerCase(Locale.ROOT) : f.name(), f));
        return Collections.unmodifiableMap(map); // every write asks a hundred times: no copy of the JDK finds as fast
    }

    /** Whether a record of these fields looks different in a list. */
    static boolean hasListForm(List<Field> fields) {
        return fields.stream().anyMatch(field -> field.is(Field.Trait.NULL_IN_LIST));
    }

    /** Those that a rule computes which can be switched. */
    static List<Field> ruled(List<Field> fields) {
        return fields.stream().filter(field -> field.computedBy().isPresent()).toList();
    }

    /** The field of that exact name; a name that the catalogue itself wrote. */
    public Field field(String name) {
        Field field = byName.get(name);
        if (field == null) {
            throw new IllegalArgumentException(this.name + " has no field " + name);
        }
        return field;
    }

    /** The field of that name, whatever its case: keys and property names bind case-insensitively (rule WRIT-01). */
    public Optional<Field> find(String anyCase) {
        return Optional.ofNullable(byLowerCaseName.get(anyCase.toLowerCase(Locale.ROOT)));
    }

    public boolean has(String fieldName) {
        return byName.containsKey(fieldName);
    }

    /** Whether clients can reach it at all. */
    public boolean isServed() {
        return !routes.isEmpty();
    }

    /** The collection's name as the API spells it, e.g. Epics; the resource's own name for internal records. */
    public String collection() {
        return routes.isEmpty() ? name : routes.get(0).path();
    }

    /** The name: everything else fills pages. */
    @Override
    public String toString() {
        return name;
    }

    /** By the name, for the same reason as that of a field. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
