package io.alignemulator.resource.patch;

import io.alignemulator.resource.body.BodyShape;
import io.alignemulator.resource.body.Conversions;
import io.alignemulator.resource.body.PatchReading;
import io.alignemulator.resource.body.SentOperation;
import io.alignemulator.rules.RuleId;
import io.alignemulator.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies JSON Patch (RFC 6902) to a record as the real server's framework does, which differs from the standard: names match in any case, a record always has all its keys, values
 * are converted by the model, an operation without {@code op} is an add (rules WRIT-03 and PTCH-01 to PTCH-06). For one patch and one thread.
 */
public final class Patching {

    /** An operation by its number is one without a word. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");

    private final ObjectNode record;
    private final BodyShape shape;
    private final PatchReading patch;
    private final Spots spots;
    private final PatchBudget budget;
    private final Set<RuleId> off;
    private final Set<String> read = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Of a record.
     *
     * @param record at least the {@link #fields} of the patch; changed in place
     * @param patch without errors
     * @param off rules that do not hold
     * @param work counts what it takes
     */
    public Patching(
            ObjectNode record,
            BodyShape shape,
            PatchReading patch,
            Conversions conversions,
            Set<RuleId> off,
            Work work) {
        this.budget = new PatchBudget(work);
        this.record = record;
        this.shape = shape;
        this.patch = patch;
        this.off = off;
        this.spots = new Spots(shape.name(), conversions, patch, !off.contains(RuleId.CUST_01), budget);
    }

    /** The fields that a patch can look at or change, as sent: it goes through them or to them. */
    public static Set<String> fields(PatchReading patch) {
        Set<String> fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Optional<SentOperation> each : patch.operations().orElse(List.of())) {
            each.flatMap(SentOperation::path).flatMap(Pointer::first).ifPresent(fields::add);
            each.flatMap(SentOperation::from).flatMap(Pointer::first).ifPresent(fields::add);
        }
        return fields;
    }

    /**
     * Applies every operation in order.
     *
     * @return the fields that were named as a whole, as sent; a test names none
     * @throws PatchException of the first operation that fails; the record is half changed then
     */
    public Set<String> apply() {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Optional<SentOperation> each : patch.operations().orElse(List.of())) {
            SentOperation sent = each.orElseThrow(() -> PatchException.of("The operation is null."));
            Operation operation = Operation.of(sent);
            budget.operation(operation.value());
            boolean noWord =
                    sent.op().filter(word -> !NUMBER.matcher(word).matches()).isEmpty();
            if (noWord || (operation.kind().hasOperand() && !sent.hasValue())) {
                spots.conversions().note(RuleId.PTCH_01);
            }
            apply(operation);
            if (operation.kind() != Operation.Kind.TEST
                    && operation.path().segments().size() == 1) {
                named.add(operation.path().last());
            }
        }
        return named;
    }

    /** The fields whose values had a say, as sent: tested, copied or moved. */
    public Set<String> read() {
        return read;
    }

    private void apply(Operation operation) {
        Pointer path = operation.path();
        TypedValue value = TypedValue.sent(operation.value());
        switch (operation.kind()) {
            case ADD -> spot(path, operation).add(path.last(), value);
            case REPLACE -> spot(path, operation).replace(path.last(), value);
            case REMOVE -> spot(path, operation).remove(path.last());
            case MOVE -> {
                TypedValue source = source(operation);
                Pointer from = operation.from().orElseThrow();
                spot(from, operation).remove(from.last());
                spot(path, operation).add(path.last(), source);
            }
            case COPY -> {
                TypedValue source = source(operation);
                spot(path, operation)
                        .add(path.last(), new TypedValue(source.value().deepCopy(), source.type()));
            }
            case TEST -> {
                if (!off.contains(RuleId.PTCH_05)) {
                    path.segments().stream().limit(1).forEach(read::add);
                    spot(path, operation).test(path.last(), value);
                }
            }
        }
    }

    private TypedValue source(Operation operation) {
        Pointer from = operation.from().orElseThrow();
        from.segments().stream().limit(1).forEach(read::add);
        TypedValue source = spot(from, operation).get(from.last());
        budget.charge(source.value());
        return source;
    }

    /** What the last segment of a path is to be looked up in. */
    private Spot spot(Pointer path, Operation operation) {
        Spot spot = new Members(spots, record, shape);
        for (int i = 0; i < path.segments().size() - 1; i++) {
            Spot.Part part = spot.traverse(path.segments().get(i));
            if (part.value().isNull()) {
                throw PatchException.of("For operation '" + operation.word()
                        + "', the target location specified by path '" + path.sent() + "' was not found.");
            }
            String next = path.segments().get(i + 1);
            spot = part.spot().orElseThrow(() -> PatchException.notFound(next));
        }
        return spot;
    }
}
