package io.alignemulator.drift;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.drift.Finding.What;
import io.alignemulator.drift.Probes.Trial;
import io.alignemulator.drift.shape.Words;
import io.alignemulator.drift.site.LiveSite;
import io.alignemulator.drift.site.SiteAnswer;
import io.alignemulator.drift.site.SiteCall;
import io.alignemulator.drift.site.SiteCall.Credential;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Creates one record, tries it out and takes it away. No call but the create and those to that record is a write. */
final class Writing {

    private final LiveSite site;
    private final SiteReading reading;
    private final Findings findings;
    private final ProbeCheck check;

    Writing(LiveSite site, Words words, Findings findings, SiteReading reading) {
        this.site = site;
        this.reading = reading;
        this.findings = findings;
        this.check = new ProbeCheck(findings, words, "write");
    }

    /** @param say told what became of the record */
    void tryOut(Trial trial, Resource resource, long program, Consumer<String> say) {
        String list = resource.collection();
        String title = trial.make().path("title").asString();
        String body = trial.make().toString().replace("\"{program}\"", String.valueOf(program));
        SiteAnswer created = send(trial.created(), resource, list, body);
        Optional<Long> made = created.status() / 100 == 2 ? id(created) : Optional.empty();
        if (made.isEmpty()) {
            boolean isUnknown = created.status() == 0 || created.status() / 100 == 2;
            say.accept("No " + resource.noun().one() + " was created: status " + created.status() + "."
                    + (isUnknown ? " Look for '" + title + "' yourself." : ""));
            return;
        }
        String address = list + "/" + made.get();
        say.accept("Created " + address + ".");
        SiteAnswer record = site.get(address);
        if (!id(record).equals(made) || !title(record).equals(title)) {
            say.accept("What " + address + " answers is not what was created; nothing more is written. Look for '"
                    + title + "' yourself.");
            return;
        }
        try {
            reading.look(resource, list, record.json().stream().toList(), "write");
            steps(trial, resource, address, record.text());
        } finally {
            say.accept(
                    away(trial, resource, address)
                            ? address + " is taken away."
                            : address + " is still there: take it away by hand.");
        }
    }

    private void steps(Trial trial, Resource resource, String address, String record) {
        for (Probe step : trial.steps()) {
            send(step, resource, address, step.sent().replace("\"{record}\"", record));
            if (step.equals(trial.steps().get(0))) {
                changed(trial, address);
            }
        }
    }

    /** The answer to a create is the id, or the record. */
    private static Optional<Long> id(SiteAnswer answer) {
        return answer.json()
                .map(node -> node.isObject() ? node.path("id") : node)
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asLong);
    }

    private static String title(SiteAnswer record) {
        return record.json().map(node -> node.path("title").asString("")).orElse("");
    }

    private SiteAnswer send(Probe probe, Resource resource, String address, String body) {
        SiteAnswer answer = site.call(new SiteCall(probe.verb(), address, Credential.OWN, body));
        if (!probe.rules().isEmpty()) {
            check.check(probe, resource, List.of(), answer);
            reading.keep(probe, resource, answer);
        }
        return answer;
    }

    /** The first step is a patch of the title; what it says has to be there now. */
    private void changed(Trial trial, String address) {
        Probe first = trial.steps().get(0);
        String wanted =
                first.send().map(each -> each.path(0).path("value").asString()).orElse("");
        if (title(site.get(address)).equals(wanted)) {
            findings.confirm(first.rules(), false);
        } else {
            findings.add(What.ROWS, first.rules(), first.name(), "the patched value", "another value", "write");
        }
    }

    private boolean away(Trial trial, Resource resource, String address) {
        return trial.away().stream().anyMatch(each -> {
            try {
                send(each, resource, address, each.sent());
                SiteAnswer after = site.get(address);
                return after.status() == 404 || trial.gone().stream().anyMatch(gone -> tells(after, gone));
            } catch (LiveSite.Stopped noMoreCalls) {
                return false;
            }
        });
    }

    private static boolean tells(SiteAnswer after, Probes.Gone gone) {
        return after.json()
                .filter(record -> record.path(gone.key()).asInt(-1) == gone.value())
                .isPresent();
    }
}
