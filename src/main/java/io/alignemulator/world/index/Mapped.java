package io.alignemulator.world.index;

import java.util.Iterator;
import java.util.function.Function;

/** What a function makes of each of some things, as they are asked for. */
public record Mapped<A, B>(Iterable<A> all, Function<A, B> function) implements Iterable<B> {

    @Override
    public Iterator<B> iterator() {
        Iterator<A> rest = all.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public B next() {
                return function.apply(rest.next());
            }
        };
    }
}
