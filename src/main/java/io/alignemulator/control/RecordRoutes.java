package io.alignemulator.control;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.fixtures.ChangeReport;
import io.alignemulator.fixtures.FixtureImport;
import io.alignemulator.fixtures.FixtureSite;
import io.alignemulator.fixtures.FixtureWriter;
import io.alignemulator.fixtures.Rebase;
import io.alignemulator.fixtures.file.FixtureSet;
import io.alignemulator.protocol.ImportRequest;
import io.alignemulator.protocol.IntegrityReport;
import io.alignemulator.protocol.calls.Change;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.world.Integrity;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import io.alignemulator.world.World;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Routes about the records of a site, whoever may see them: what is there, what of it is new, fixtures in and out. */
final class RecordRoutes {

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.get(
                                "/records/{collection}",
                                "All records of a collection as they are stored, whoever may see them.")
                        .answersObjects()
                        .by((call, sandbox) -> Response.json(200, printed(rows(call, sandbox)))),
                ControlRoute.get("/records/{collection}/{id}", "One record as it is stored.")
                        .answersAs("application/json")
                        .by((call, sandbox) -> Response.json(200, RowPrinter.stored(row(call, sandbox)))),
                ControlRoute.get(
                                "/changes", "What differs from the beginning or from a snapshot, per record and field.")
                        .query(Change.View.class)
                        .answersEach(Change.class)
                        .orText()
                        .by(RecordRoutes::changes),
                ControlRoute.get("/export", "The site as fixtures in one document, which make an identical one.")
                        .answersAs("application/json")
                        .by((call, sandbox) -> Response.json(
                                200,
                                FixtureWriter.document(
                                        sandbox.state().world(),
                                        sandbox.state().tokens().all()))),
                ControlRoute.post("/import", "Brings fixtures in, all of them or nothing, and answers the ids.")
                        .body(ImportRequest.class, "{\"fixtures\": {\"Regions\": [{\"name\": \"South\"}]}}")
                        .answers(ImportRequest.Result.class)
                        .by(RecordRoutes::bring),
                ControlRoute.get("/integrity", "What must not be in a site, which is nothing.")
                        .answers(IntegrityReport.class)
                        .by((call, sandbox) -> integrity(sandbox)));
    }

    private static Response integrity(Sandbox sandbox) {
        List<IntegrityReport.Finding> findings = Integrity.check(sandbox.state().world()).stream()
                .map(each -> new IntegrityReport.Finding(each.resource(), each.id(), each.field(), each.sentence()))
                .toList();
        return Answers.json(200, new IntegrityReport(findings.isEmpty(), findings));
    }

    private static Iterable<Row> rows(Call call, Sandbox sandbox) {
        World world = sandbox.state().world();
        return world.table(resource(call, world)).rows();
    }

    private static Row row(Call call, Sandbox sandbox) {
        World world = sandbox.state().world();
        Resource resource = resource(call, world);
        String id = call.variable("id");
        return (id.matches("-?\\d{1,18}") ? world.table(resource).get(Long.parseLong(id)) : Optional.<Row>empty())
                .orElseThrow(() -> new ControlCallException(404, "There is no " + resource.name() + " " + id + "."));
    }

    private static Resource resource(Call call, World world) {
        String collection = call.variable("collection");
        return FixtureSet.resourceOf(collection, world.catalogue())
                .orElseThrow(() -> new ControlCallException(
                        404, "There is no collection '" + collection + "'; the names are those of the fixture files."));
    }

    private static byte[] printed(Iterable<Row> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        char separator = '[';
        for (Row row : rows) {
            out.write(separator);
            out.writeBytes(RowPrinter.stored(row));
            separator = ',';
        }
        if (separator == '[') {
            out.write('[');
        }
        out.write(']');
        return out.toByteArray();
    }

    private static Response changes(Call call, Sandbox sandbox) {
        World world = sandbox.state().world();
        List<io.alignemulator.world.RowChange> changes = call.query(Change.View.class)
                .since()
                .map(name -> sandbox.snapshots()
                        .get(name)
                        .map(kept -> world.asChangeOf(kept.content().world().asSeed())
                                .changes())
                        .orElseThrow(() -> new ControlCallException(404, "There is no snapshot '" + name + "'.")))
                .orElseGet(world::changes);
        return call.wantsText()
                ? Response.text(200, ChangeReport.text(changes))
                : Answers.json(200, ChangeReport.json(changes));
    }

    private static Response bring(Call call, Sandbox sandbox) {
        ImportRequest request = call.body(ImportRequest.class);
        boolean isMerge = request.mode().orElse("merge").equals("merge");
        AtomicReference<Map<String, List<Long>>> ids = new AtomicReference<>(Map.of());
        FixtureSet set = FixtureSet.of(ControlJson.strict().valueToTree(request.fixtures()));
        UnaryOperator<SiteContent> change = state -> {
            FixtureSite site = isMerge
                    ? FixtureImport.merge(
                            state.world(),
                            state.tokens().all(),
                            set,
                            sandbox.clock().now())
                    : FixtureImport.replace(state.world(), set, sandbox.clock().now());
            ids.set(site.ids());
            return new SiteContent(site.world(), state.tokens().with(site.tokens(), isMerge), state.settings());
        };
        sandbox.change(change, isMerge ? Rebase::onto : (base, imported, now) -> Optional.empty());
        return Answers.json(200, new ImportRequest.Result(Objects.requireNonNull(ids.get())));
    }
}
