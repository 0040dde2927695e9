package io.alignemulator.save.folder;

import io.alignemulator.JiraAlignEmulator;

/** A program that starts an emulator that keeps nothing, and stops it. */
final class StartAndStop {

    private StartAndStop() {}

    public static void main(String[] arguments) {
        JiraAlignEmulator.builder().fixtures("minimal").start().close();
        System.out.println("done");
    }
}
