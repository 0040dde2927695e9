package io.alignemulator.drift;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.drift.site.LiveSite;
import io.alignemulator.wording.Reason;
import java.util.ArrayList;
import java.util.List;

/** What a run is going to do, told before it begins; it makes no more calls than this. */
final class CallPlan {

    /** Calls that may be made again because the site asked for silence. */
    private static final int AGAIN = 10;

    private final List<Resource> resources;
    private final Probes probes;
    private final DriftOptions options;

    private CallPlan(List<Resource> resources, Probes probes, DriftOptions options) {
        this.resources = resources;
        this.probes = probes;
        this.options = options;
    }

    static CallPlan of(Catalogue catalogue, Probes probes, DriftOptions options) {
        List<Resource> all = catalogue.resources().stream()
                .filter(Resource::isServed)
                .filter(each -> options.only().isEmpty() || isNamed(each, options))
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    Reason.not("a collection of the API").of("--only", "'" + String.join(",", options.only()) + "'"));
        }
        return new CallPlan(all, probes, options);
    }

    private static boolean isNamed(Resource resource, DriftOptions options) {
        return options.only().contains(resource.collection().toLowerCase(java.util.Locale.ROOT));
    }

    List<Resource> resources() {
        return resources;
    }

    /** How many calls at most: per collection the list, one page more, one record, what lies below it, a few expanded ones; one page for its size. */
    int most() {
        Probes.Trial trial = probes.write();
        int writes = options.program().isEmpty()
                ? 0
                : 3 + trial.steps().size() + 2 * trial.away().size();
        return 2
                + resources.size() * (4 + probes.ofEach().size())
                + below()
                + probes.ofOne().size()
                + writes
                + AGAIN;
    }

    /** What lies below one record of each collection. */
    private int below() {
        return resources.stream().mapToInt(each -> each.subResources().size()).sum();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("At most " + most() + " calls, one each " + LiveSite.GAP + " ms (below 100 a minute): at most "
                + (most() * LiveSite.GAP / 1_000 + 1)
                + " seconds, and those for which the site wants to be left alone.");
        lines.add(resources.size()
                + " collections: a page of each list, one record, a few records with what they refer to, custom fields and audit log of one record where it has them ("
                + below() + "), an id that is not there, a filter that is malformed; "
                + probes.ofOne().size() + " questions to one of them, two of these without a valid token.");
        if (options.program().isEmpty()) {
            lines.add("Only GET is sent. Nothing is written.");
        } else {
            Probes.Trial trial = probes.write();
            lines.add("One " + trial.resource() + " is created in program "
                    + options.program().getAsLong() + " with the title '"
                    + trial.make().path("title").asString() + "'. Nothing else is written to:");
            trial.steps()
                    .forEach(each -> lines.add("  " + each.name()
                            + each.send().map(body -> " " + body).orElse("")));
            lines.add("Then it is taken away, by the first of these that works:");
            trial.away()
                    .forEach(each -> lines.add("  " + each.name()
                            + each.send().map(body -> " " + body).orElse("")));
        }
        lines.add("Kept are names, orders, types and forms; no value, id, address or token.");
        return lines;
    }
}
