package io.alignemulator.access;

import io.alignemulator.world.Row;
import java.util.Objects;

/**
 * The signed-in user of one call.
 *
 * @param readsOnly whether the credential is good for reading only, whatever its user may do
 */
public record Caller(Row user, boolean readsOnly) {

    /** One whose credential holds nothing back. */
    public Caller(Row user) {
        this(user, false);
    }

    public long id() {
        return user.id();
    }

    /** What the stamps of a write hold. */
    public String uid() {
        return Objects.toString(user.get("uid"));
    }
}
