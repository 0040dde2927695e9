package io.alignemulator.catalogue;

import java.util.List;

/**
 * Which memberships make a record visible.
 *
 * @param mode program, team, portfolio, tier, parent, self, page or global
 * @param program fields that name programs; likewise {@code portfolio} and {@code team}
 */
public record Scope(String mode, List<String> program, List<String> portfolio, List<String> team) {}
