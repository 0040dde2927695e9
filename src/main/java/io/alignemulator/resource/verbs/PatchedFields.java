package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.body.BodyShape;
import io.alignemulator.resource.body.Conversions;
import io.alignemulator.resource.body.PatchReading;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.RuledFields;
import io.alignemulator.resource.patch.PatchException;
import io.alignemulator.resource.patch.Patching;
import io.alignemulator.resource.represent.Representation;
import io.alignemulator.resource.rules.RowTree;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a patch sets of a record; it is applied as a whole or not at all. */
final class PatchedFields {

    private PatchedFields() {}

    /** The fields that differ afterwards and, where any does, those that the patch names and that held the value before. */
    static Map<Field, JsonNode> of(Context context, Address at, Row stored, PatchReading patch) {
        List<Field> fields = named(stored.resource(), Patching.fields(patch));
        ObjectNode before = RowTree.of(RuledFields.read(context.settings(), stored), fields);
        for (Field field : fields) {
            if (RowPrinter.isSelf(field)) {
                before.put(field.name(), new Representation(context, at.resource()).self(stored));
            }
        }
        if (context.settings().get(Settings.DATE_FORMAT) == DateFormat.SECONDS) {
            WholeSeconds.cut(fields, before);
        }
        ObjectNode after = before.deepCopy();
        Conversions conversions = new Conversions(SentBody.options(context));
        Set<RuleId> off = EnumSet.of(RuleId.PTCH_05, RuleId.CUST_01);
        off.removeIf(context.settings()::isOn);
        Patching patching =
                new Patching(after, BodyShape.of(stored.resource()), patch, conversions, off, context.work());
        try {
            Set<String> named = patching.apply();
            conversions.notes().forEach(context.trace()::note);
            return changed(fields, before, after, named, context);
        } catch (PatchException e) {
            if (!context.settings().isOn(RuleId.PTCH_06)) {
                return Map.of();
            }
            throw ErrorResponse.cannotUpdate(at.resource(), at.id(), e.sentence())
                    .because(e.rule(), e.sentence());
        } finally {
            named(stored.resource(), patching.read()).forEach(field -> RuledFields.asked(context, field));
        }
    }

    /** The fields of these names, in their order; what is no field is left out. */
    private static List<Field> named(Resource resource, Set<String> names) {
        List<Field> fields = new ArrayList<>(names.size());
        for (String name : names) {
            resource.find(name).ifPresent(fields::add);
        }
        fields.sort(Comparator.comparingInt(Field::position));
        return fields;
    }

    private static Map<Field, JsonNode> changed(
            List<Field> fields, ObjectNode before, ObjectNode after, Set<String> named, Context context) {
        Map<Field, JsonNode> changed = new LinkedHashMap<>();
        Map<Field, JsonNode> same = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode now = after.path(field.name());
            boolean writable = field.write() == Write.ALWAYS && !field.is(Field.Trait.HIDDEN);
            boolean differs = !now.isMissingNode() && !now.equals(before.path(field.name()));
            if (writable && differs) {
                changed.put(field, now);
            } else if (differs) {
                context.trace().ignored("/" + field.name(), RuleId.WRIT_04);
            } else if (writable && named.contains(field.name())) {
                same.put(field, now);
            }
        }
        if (!changed.isEmpty()) {
            changed.putAll(same);
        }
        return changed;
    }
}
