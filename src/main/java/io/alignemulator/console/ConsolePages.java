package io.alignemulator.console;

import io.alignemulator.console.objectives.ObjectivesPage;
import io.alignemulator.console.overview.Overview;
import io.alignemulator.console.people.PeoplePage;
import io.alignemulator.console.people.PersonPage;
import io.alignemulator.console.records.NewPage;
import io.alignemulator.console.records.RecordPage;
import io.alignemulator.console.records.RecordsPage;
import io.alignemulator.console.requirements.RequirementsPage;
import io.alignemulator.console.roadmap.RoadmapPage;
import io.alignemulator.console.traffic.ExchangePage;
import io.alignemulator.console.traffic.RowsPage;
import io.alignemulator.console.traffic.TrafficPage;
import io.alignemulator.console.view.Frame.Section;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Notice;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.Visit;
import io.alignemulator.console.work.BranchPage;
import io.alignemulator.console.work.WorkPage;
import io.alignemulator.observation.SandboxObservation;
import io.alignemulator.resource.address.AddressTable;
import io.alignemulator.resource.address.AddressTable.Found;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The console of a server (rule EMUL-34): pages to read, made from one moment of a site. Made at the first visit, because a server whose console nobody looks at should not pay for it.
 */
public final class ConsolePages {

    /** The pages of the navigation, in its order. */
    private static final List<Section> SECTIONS = List.of(
            new Section("", "Overview"),
            new Section("/work", "Work"),
            new Section("/roadmap", "Roadmap"),
            new Section("/objectives", "Objectives"),
            new Section("/people", "People"),
            new Section("/traffic", "Traffic"),
            new Section("/requirements", "Requirements"));

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");

    private final Sandboxes sandboxes;
    private final Templates templates = new Templates();
    private final AddressTable<Page> pages = new AddressTable<>();

    public ConsolePages(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
        page("/", new Overview(sandboxes));
        page("/work", new WorkPage());
        page("/work/branch", new BranchPage());
        page("/records/{collection}", new RecordsPage());
        page("/records/{collection}/new", new NewPage());
        page("/records/{collection}/{id}", new RecordPage());
        page("/roadmap", new RoadmapPage());
        page("/objectives", new ObjectivesPage());
        page("/people", new PeoplePage());
        page("/people/{id}", new PersonPage());
        page("/traffic", new TrafficPage());
        page("/traffic/rows", new RowsPage());
        page("/traffic/{number}", new ExchangePage());
        RequirementsPage requirements = new RequirementsPage(new SandboxObservation());
        page("/requirements", requirements);
        page("/requirements/verdicts", requirements.verdicts());
    }

    private void page(String path, Page page) {
        pages.add("GET", path, page);
    }

    /** What a visit is answered: a page, a file of one, or 404 with a page that says so. */
    public Response answer(Visit visit) {
        if (visit.path().startsWith("/assets/")) {
            return Assets.find(visit.path().substring("/assets".length()))
                    .map(file -> new Response(file.status(), file.contentType(), file.body(), secured(file.headers())))
                    .orElseGet(() -> Response.text(404, "There is no such file."));
        }
        Optional<Sandbox> site = site(visit);
        if (site.isEmpty()) {
            return print(Notice.of(
                    404,
                    "No such site",
                    "There is no sandbox of that name. It may have ended; the overview lists those that are there.",
                    home(visit)));
        }
        if (visit.as().isPresent()
                && site.get()
                        .state()
                        .world()
                        .get("User", visit.as().getAsLong())
                        .isEmpty()) {
            return print(Notice.of(
                    404,
                    "No such user",
                    "There is no user " + visit.as().getAsLong() + " on the site "
                            + site.get().name() + ", through whose eyes it was to be seen.",
                    new Links(visit.prefix(), visit.site(), OptionalLong.empty())));
        }
        String path = visit.path().isEmpty() ? "/" : visit.path();
        for (Found<Page> found : pages.find(path)) {
            Glance glance = Glance.of(
                    visit,
                    site.get(),
                    sandboxes.all().stream().map(Sandbox::name).toList(),
                    SECTIONS,
                    found.variables());
            return print(found.at("GET").orElseThrow().show(glance));
        }
        return print(Notice.of(404, "No such page", "The console has no page at this address.", home(visit)));
    }

    /** The page that asks for the control token. */
    public Response signIn(Visit visit) {
        return print(new Shown(
                401,
                "sign-in.jte",
                new Notice(
                        "Sign in",
                        "This server asks for its control token, which was set by whoever started it (setting"
                                + " control-token).",
                        home(visit),
                        Map.of())));
    }

    private static Links home(Visit visit) {
        return new Links(visit.prefix(), "", OptionalLong.empty());
    }

    /** The sandbox that the query names, or the host; the default one when neither does. */
    private Optional<Sandbox> site(Visit visit) {
        return visit.site().isEmpty() ? sandboxes.under(visit.host(), sandboxes::main) : sandboxes.find(visit.site());
    }

    private Response print(Shown shown) {
        return new Response(shown.status(), "text/html; charset=utf-8", templates.print(shown), HEADERS);
    }

    private static Map<String, String> secured(Map<String, String> headers) {
        Map<String, String> all = new java.util.TreeMap<>(HEADERS);
        all.putAll(headers);
        return Map.copyOf(all);
    }
}
