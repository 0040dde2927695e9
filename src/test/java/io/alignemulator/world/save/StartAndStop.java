package io.alignemulator.world.save;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.settings.Settings;

/** A program that starts an emulator that keeps nothing, and stops it. */
final class StartAndStop {

    private StartAndStop() {}

    public static void main(String[] arguments) {
        JiraAlignEmulator.start(Settings.DEFAULTS.with(Settings.PORT, "0").with(Settings.FIXTURES, "minimal"))
                .close();
        System.out.println("done");
    }
}
