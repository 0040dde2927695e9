package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;

/** A rule that is only assumed of the real site and had a say in calls of the sandbox. */
@Doc("A rule that is only assumed of the real site and had a say in calls of the sandbox")
public record ReliedOn(
        @Doc("Its id") String rule,

        @Doc("How it is known: U, F or I; GET /_emulator/fidelity tells what the letters mean")
        String evidence,

        @Doc("What it says") String says,
        @Doc("How many calls it had a say in") long calls,

        @Doc("What switches it off, for example LIFE-09=off; empty where nothing does")
        String switchedBy) {}
