package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.settings.Settings;
import java.util.Optional;
import java.util.Set;

/** A number is one of the site's scale of points, which is a setting. */
record OnScale(String field) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        Object points = subject.row().get(field);
        Set<String> scale = subject.context().settings().get(Settings.EFFORT_POINTS);
        return points == null || scale.contains("any") || scale.contains(points.toString())
                ? Optional.empty()
                : subject.refuse(field);
    }
}
