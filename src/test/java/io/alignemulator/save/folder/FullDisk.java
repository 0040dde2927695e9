package io.alignemulator.save.folder;

import io.alignemulator.catalogue.Catalogue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A disk that is full when it is told to be: of what is written the half still fits; what is there already can be written over and cut off. */
public final class FullDisk extends Disk {

    private volatile boolean isFull;

    /** From now on there is room, or none. */
    public void full(boolean full) {
        isFull = full;
    }

    /** A folder on this disk. */
    public SaveFolder open(Path folder, Catalogue catalogue) {
        return SaveFolder.open(folder, catalogue, this, 20_000);
    }

    @Override
    void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        if (isFull && position + bytes.remaining() > channel.size()) {
            super.write(channel, bytes.slice(0, bytes.remaining() / 2), position);
            throw new IOException("No space left on device");
        }
        super.write(channel, bytes, position);
    }
}
