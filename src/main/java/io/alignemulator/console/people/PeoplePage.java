package io.alignemulator.console.people;

import io.alignemulator.console.people.PeopleView.Role;
import io.alignemulator.console.people.PeopleView.Someone;
import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.TokenHolder;
import io.alignemulator.world.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who has a token, and the system roles with what they may do. */
public final class PeoplePage implements Page {

    static final String HERE = "/people";

    private static final int MOST_ROLES = 100;

    @Override
    public Shown show(Glance glance) {
        Frame frame = glance.frame("People", HERE);
        List<Someone> personas = frame.personas().stream()
                .flatMap(each ->
                        glance.eyes().get("User", each.userId()).stream().map(user -> someone(glance, each, user)))
                .toList();
        List<Role> roles = glance.eyes()
                .all(glance.catalogue().resource("SystemRole"))
                .limit(MOST_ROLES)
                .map(role -> role(glance, role))
                .toList();
        return Shown.of(
                "people.jte",
                new PeopleView(frame, personas, roles, glance.eyes().whole()));
    }

    private static Someone someone(Glance glance, TokenHolder holder, Row user) {
        return new Someone(
                user.id(),
                holder.name(),
                holder.fullName(),
                holder.role(),
                holder.isActive(),
                glance.links().page(HERE + "/" + user.id()),
                user.get("teams") instanceof Collection<?> teams ? teams.size() : 0,
                glance.links().as(user.id()).page(""));
    }

    private static Role role(Glance glance, Row role) {
        Optional<String> href = Optional.of(Item.of(role, glance.links()).href())
                .filter(each -> role.resource().isServed());
        return new Role(
                Item.title(role),
                href.orElse(""),
                glance.eyes().whole() ? glance.world().table("User").count("roleId", role.id()) : 0,
                glance.eyes().whole() ? Toggling.of(role) : List.of());
    }
}
