package io.alignemulator;

/** The command line of the emulator. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("not yet");
    }
}
