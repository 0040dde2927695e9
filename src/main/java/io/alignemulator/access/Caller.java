package io.alignemulator.access;

import io.alignemulator.world.Row;
import java.util.Objects;

/** The signed-in user of one call. */
public record Caller(Row user) {

    public long id() {
        return user.id();
    }

    /** What the stamps of a write hold. */
    public String uid() {
        return Objects.toString(user.get("uid"));
    }
}
