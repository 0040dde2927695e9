package io.alignemulator.save.folder;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.mapdb.DataInput2;
import org.mapdb.DataOutput2;
import org.mapdb.serializer.GroupSerializer;

/** Keys and values of a table for MapDB, in the order of {@link Entry#ORDER}. A table is written once and then only read: what would change a group of values is never called. */
final class BytesSerializer implements GroupSerializer<byte[]> {

    @Override
    public void serialize(DataOutput2 out, byte[] value) throws IOException {
        out.packInt(value.length);
        out.write(value);
    }

    @Override
    public byte[] deserialize(DataInput2 in, int available) throws IOException {
        byte[] value = new byte[in.unpackInt()];
        in.readFully(value);
        return value;
    }

    @Override
    public int compare(byte[] one, byte[] other) {
        return Entry.ORDER.compare(one, other);
    }

    @Override
    public int valueArraySearch(Object keys, byte[] key) {
        return Arrays.binarySearch((byte[][]) keys, key, Entry.ORDER);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public int valueArraySearch(Object keys, byte[] key, Comparator comparator) {
        return valueArraySearch(keys, key);
    }

    @Override
    public void valueArraySerialize(DataOutput2 out, Object values) throws IOException {
        for (byte[] value : (byte[][]) values) {
            serialize(out, value);
        }
    }

    @Override
    public Object valueArrayDeserialize(DataInput2 in, int size) throws IOException {
        byte[][] values = new byte[size][];
        for (int i = 0; i < size; i++) {
            values[i] = deserialize(in, -1);
        }
        return values;
    }

    @Override
    public byte[] valueArrayGet(Object values, int position) {
        return ((byte[][]) values)[position];
    }

    @Override
    public int valueArraySize(Object values) {
        return ((byte[][]) values).length;
    }

    @Override
    public Object valueArrayEmpty() {
        return new byte[0][];
    }

    @Override
    public Object valueArrayFromArray(Object[] values) {
        return Arrays.copyOf(values, values.length, byte[][].class);
    }

    // Tables are written once and never changed, so the library has no use for the rest.

    @Override
    public Object valueArrayPut(Object values, int position, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object valueArrayUpdateVal(Object values, int position, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object valueArrayCopyOfRange(Object values, int from, int to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object valueArrayDeleteValue(Object values, int position) {
        throw new UnsupportedOperationException();
    }
}
