package io.alignemulator.sandbox;

import io.alignemulator.access.Tokens;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;

/**
 * What a site holds: the part of its state that a snapshot keeps, a fork copies and a store saves.
 *
 * @param tokens the tokens of the site's users
 * @param settings the site's settings; those of the server as a whole are read elsewhere
 */
public record Content(World world, Tokens tokens, Settings settings) {

    /** The same tokens and settings with another world. */
    public Content with(World other) {
        return new Content(other, tokens, settings);
    }

    /** The same world and settings with other tokens. */
    public Content with(Tokens other) {
        return new Content(world, other, settings);
    }

    /** The same world and tokens with other settings. */
    public Content with(Settings other) {
        return new Content(world, tokens, other);
    }
}
