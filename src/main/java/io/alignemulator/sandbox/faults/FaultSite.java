package io.alignemulator.sandbox.faults;

import io.alignemulator.resource.Endpoints;
import io.alignemulator.settings.Settings;

/**
 * What decides whether a fault can ever act.
 *
 * @param settings of the site, on which it depends whether a POST or a PUT answers with an object
 */
public record FaultSite(Endpoints endpoints, Personas personas, Settings settings) {}
