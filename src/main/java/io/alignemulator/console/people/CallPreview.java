package io.alignemulator.console.people;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.console.people.PersonView.Hidden;
import io.alignemulator.console.people.PersonView.Membership;
import io.alignemulator.console.people.PersonView.Seen;
import io.alignemulator.console.people.PersonView.Told;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Tally;
import io.alignemulator.console.view.Viewpoint;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.resource.verbs.Explanation;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.rules.RuleEntry;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a call of a user is answered, and why: the same explanation as that of {@code GET /_emulator/access}, and for a list what is left out of it. */
final class CallPreview {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final int LOOKED_AT = 2_000;
    private static final int HIDDEN = 5;

    private final Glance glance;
    private final Row user;
    private final Viewpoint eyes;

    CallPreview(Glance glance, Row user, Viewpoint eyes) {
        this.glance = glance;
        this.user = user;
        this.eyes = eyes;
    }

    String verb() {
        return Optional.of(glance.parameter("verb")).filter(VERBS::contains).orElse("GET");
    }

    String path() {
        return glance.parameter("path");
    }

    /** How much of a list there is for the user. */
    Seen seen(Resource resource) {
        int all = glance.world().table(resource).size();
        Tally seen = eyes.count(resource);
        return new Seen(resource.collection(), seen, all, seen.number() == all ? "" : why(resource));
    }

    private String why(Resource resource) {
        return Optional.of(eyes.refusal(resource))
                .filter(refusal -> !refusal.isEmpty())
                .or(() -> hidden(resource).findFirst().map(Hidden::why))
                .orElse("");
    }

    /** Some of the records that are not seen, with the reason. */
    private Stream<Hidden> hidden(Resource resource) {
        return eyes.context().stream().flatMap(context -> StreamSupport.stream(
                        glance.world().table(resource).rows().spliterator(), false)
                .limit(LOOKED_AT)
                .filter(row -> !eyes.sees(row))
                .map(row -> new Hidden(
                        Item.of(row, glance.links()),
                        context.access().record(row, Verb.READ).reason())));
    }

    Told told() {
        Addresses addresses =
                new Addresses(glance.catalogue(), glance.state().settings().get(ServerSettings.SINGULAR_PATHS));
        String below = CallFilter.below(path());
        String path = (below.startsWith("/") ? below : "/" + below).split("[?#]", 2)[0];
        Explanation explanation =
                Explanation.of(addresses, glance.world(), user, glance.state().settings(), verb(), path);
        Optional<Resource> list = addresses
                .find(path)
                .filter(address -> verb().equals("GET") && address.kind() == Endpoint.Kind.COLLECTION)
                .map(Address::resource);
        return new Told(
                explanation.decision(),
                explanation.status().map(String::valueOf).orElse(""),
                explanation.status().isEmpty() ? "good" : "warn",
                explanation.rule().id(),
                RuleBook.load()
                        .find(explanation.rule().id())
                        .map(RuleEntry::says)
                        .orElse(""),
                explanation.reason(),
                List.copyOf(explanation.missingToggles()),
                explanation.missingMemberships().stream()
                        .map(each -> new Membership(
                                each.teamName(),
                                glance.eyes()
                                        .get("Team", each.teamId())
                                        .map(row -> Item.of(row, glance.links()).href())
                                        .orElse(""),
                                "",
                                ""))
                        .toList(),
                list.map(this::seen),
                list.filter(eyes::isOpen).stream()
                        .flatMap(this::hidden)
                        .limit(HIDDEN)
                        .filter(each -> glance.eyes().whole())
                        .toList());
    }
}
