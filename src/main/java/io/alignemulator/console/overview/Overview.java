package io.alignemulator.console.overview;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.console.overview.OverviewView.Address;
import io.alignemulator.console.overview.OverviewView.Collection;
import io.alignemulator.console.overview.OverviewView.Kept;
import io.alignemulator.console.overview.OverviewView.Site;
import io.alignemulator.console.view.Curl;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.Times;
import io.alignemulator.sandbox.RateLimit;
import io.alignemulator.sandbox.RateLimiter;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.settings.BuildInfo;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.util.List;

/** What runs here, who may use it how, and the levers of the site: clock, limiter, snapshots, sandboxes, reset. */
public final class Overview implements Page {

    private final Sandboxes sandboxes;

    public Overview(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    @Override
    public Shown show(Glance glance) {
        Settings settings = glance.state().settings();
        return Shown.of(
                "overview.jte",
                new OverviewView(
                        glance.frame("Overview", ""),
                        BuildInfo.version(),
                        settings.get(ServerSettings.SITE_VERSION),
                        settings.get(ServerSettings.FIXTURES),
                        glance.visit().origin(),
                        glance.api(),
                        Curl.read(glance, "/epics?$top=2"),
                        Times.of(glance.state().clock().now()),
                        glance.state().clock().frozen(),
                        glance.world().written(),
                        limit(glance.state().limiter()),
                        glance.state().limiter().states().stream()
                                .map(each -> new Address(
                                        each.address(),
                                        each.calls(),
                                        (each.blocked().toMillis() + 999) / 1000))
                                .toList(),
                        collections(glance),
                        sandboxes.all().stream().map(each -> site(each, glance)).toList(),
                        glance.state().snapshots().all().stream()
                                .map(each -> new Kept(each.name(), Times.of(each.taken())))
                                .toList()));
    }

    private static String limit(RateLimiter limiter) {
        return limiter.limit().map(Overview::words).orElse("No limit.");
    }

    private static String words(RateLimit limit) {
        return limit.calls() + " calls in " + limit.window().toSeconds() + " seconds, then blocked for "
                + limit.block().toSeconds() + " seconds.";
    }

    private static List<Collection> collections(Glance glance) {
        return glance.catalogue().resources().stream()
                .filter(Resource::seed)
                .map(each -> new Collection(
                        each.collection(),
                        glance.links().records(each.collection()),
                        glance.eyes().count(each),
                        glance.eyes().isOpen(each)))
                .toList();
    }

    private static Site site(Sandbox sandbox, Glance glance) {
        return new Site(
                sandbox.name(),
                glance.links().ofSite(sandbox.name()),
                sandbox.equals(glance.sandbox()),
                !sandbox.name().equals(Sandboxes.DEFAULT),
                Times.of(sandbox.lastUsed()),
                sandbox.expires().map(Times::of).orElse("never"));
    }
}
