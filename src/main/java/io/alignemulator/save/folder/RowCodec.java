package io.alignemulator.save.folder;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.Row;
import io.alignemulator.world.packed.ByteReader;
import io.alignemulator.world.packed.ByteWriter;
import io.alignemulator.world.packed.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * A row as bytes: the name and value of every field, printed or not. Read back with a catalogue that has changed since, fields that are gone are left out, and those that are
 * new hold what they hold when nobody has set them.
 */
final class RowCodec {

    private RowCodec() {}

    static void write(ByteWriter out, Row row) {
        out.number(row.resource().fields().size());
        for (Field field : row.resource().fields()) {
            out.text(field.name());
            ValueCodec.write(out, row.get(field));
        }
    }

    static Row read(ByteReader in, Resource resource) {
        @Nullable Object[] values = new Object[resource.fields().size()];
        for (Field field : resource.fields()) {
            values[field.position()] = field.unset();
        }
        int saved = in.count();
        for (int i = 0; i < saved; i++) {
            Field field = resource.byName().get(in.text());
            Object value = ValueCodec.read(in);
            if (field != null) {
                values[field.position()] = Migration.of(field, value);
            }
        }
        return Row.of(resource, values);
    }
}
