package io.alignemulator.client;

/** The users that the shipped fixture sets name; {@code empty} has the first only. A folder of fixtures has the names of its {@code _tokens.json}. */
public final class Personas {

    /** May do everything. */
    public static final String SUPER_ADMIN = "super-admin";

    /** Member of the portfolio team of portfolio 1. */
    public static final String PORTFOLIO_MANAGER = "portfolio-manager";

    /** Member of the program team of one program of portfolio 1. */
    public static final String PROGRAM_MANAGER = "program-manager";

    /** Member of one agile team of that program. */
    public static final String TEAM_MEMBER = "team-member";

    /** Member of portfolio 1 with a role that only reads. */
    public static final String READ_ONLY = "read-only";

    /** A user who was deactivated: always 401. */
    public static final String DEACTIVATED = "deactivated";

    private Personas() {}
}
