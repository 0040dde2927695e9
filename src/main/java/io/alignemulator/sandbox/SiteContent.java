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
public record SiteContent(World world, Tokens tokens, Settings settings) {

    /** The same tokens and settings with another world. */
    public SiteContent with(World other) {
        return new SiteContent(other, tokens, settings);
    }

    /** The same world and settings with other tokens. */
    public SiteContent with(Tokens other) {
        return new SiteContent(world, other, settings);
    }

    /** The same world and tokens with other settings. */
    public SiteContent with(Settings other) {
        return new SiteContent(world, tokens, other);
    }
}
