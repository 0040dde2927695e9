package io.alignemulator.console.people;

import io.alignemulator.access.Authentication;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.console.people.PeopleView.Toggles;
import io.alignemulator.console.people.PersonView.Membership;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.TokenHolder;
import io.alignemulator.console.view.Viewpoint;
import io.alignemulator.console.view.Visit;
import io.alignemulator.world.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One user: role, memberships, how much of each list the user sees, and why a call of the user is answered as it is. */
public final class PersonPage implements Page {

    @Override
    public Shown show(Glance glance) {
        return Visit.number(glance.variable("id"))
                .flatMap(id -> glance.world().get("User", id))
                .filter(row -> isToldOf(glance, row))
                .map(row -> Shown.of("person.jte", view(glance, row)))
                .orElseGet(() -> glance.missing(
                        "No such user",
                        "There is no user of that id, or the eyes that see the site may not know what this one"
                                + " may do."));
    }

    /** Who sees the whole site is told of everybody; a user is told of nobody else, also where the list of users is closed. */
    private static boolean isToldOf(Glance glance, Row user) {
        return glance.eyes().whole() || user.id() == glance.visit().as().orElse(0);
    }

    private static PersonView view(Glance glance, Row user) {
        Optional<TokenHolder> holder = glance.frame("", "").personas().stream()
                .filter(each -> each.userId() == user.id())
                .findFirst();
        Optional<Row> role =
                user.get("roleId") instanceof Long id ? glance.world().get("SystemRole", id) : Optional.empty();
        Viewpoint eyes = glance.eyesOf(user);
        CallPreview question = new CallPreview(glance, user, eyes);
        return new PersonView(
                glance.frame(Item.fullName(user), PeoplePage.HERE),
                Item.of(user, glance.links()),
                holder.map(TokenHolder::name).orElse(""),
                role.map(Item::title).orElse(""),
                Authentication.isActive(user),
                glance.links().page(PeoplePage.HERE),
                glance.links().as(user.id()).page(""),
                role.map(Toggling::of).orElse(List.<Toggles>of()),
                memberships(glance, user),
                glance.catalogue().resources().stream()
                        .filter(Resource::seed)
                        .map(question::seen)
                        .toList(),
                question.verb(),
                question.path(),
                question.path().isEmpty() ? Optional.empty() : Optional.of(question.told()));
    }

    private static List<Membership> memberships(Glance glance, Row user) {
        Collection<?> teams = user.get("teams") instanceof Collection<?> many ? many : List.of();
        return teams.stream()
                .flatMap(each -> each instanceof Map<?, ?> map && map.get("teamId") instanceof Long id
                        ? Stream.of(membership(glance, id, map))
                        : Stream.empty())
                .toList();
    }

    private static Membership membership(Glance glance, long team, Map<?, ?> map) {
        Optional<Row> row = glance.eyes().get("Team", team);
        return new Membership(
                Objects.toString(map.get("teamName"), "team " + team),
                row.map(each -> Item.of(each, glance.links()).href()).orElse(""),
                Objects.toString(map.get("roleName"), ""),
                glance.world()
                        .get("Team", team)
                        .map(each -> Item.label(each, "type"))
                        .orElse(""));
    }
}
