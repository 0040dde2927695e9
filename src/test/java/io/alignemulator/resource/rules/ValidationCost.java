package io.alignemulator.resource.rules;

import com.networknt.schema.Schema;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.fixtures.file.FixtureContent;
import io.alignemulator.fixtures.file.FixtureSet;
import io.alignemulator.settings.Settings;
import io.alignemulator.values.ValueReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Behind {@code bench/validation.sh}: what it costs a cold JVM to check every record of the demo set, by the schema library or by the value reader. One of them per process, and
 * every record twice, because the second pass shows the price without compiling and warming up.
 */
final class ValidationCost {

    private record Sample(Resource resource, JsonNode json) {}

    private interface Check {
        /** How many things are wrong. */
        int problems(Sample sample);
    }

    private ValidationCost() {}

    /** Argument: {@code schemas} or {@code reader}. */
    public static void main(String[] args) {
        List<Sample> samples = samples(Catalogue.load());
        Check check = args[0].equals("schemas") ? schemas() : ValidationCost::read;
        double first = pass(samples, check);
        double second = pass(samples, check);
        System.out.printf("%s %d records %.0f ms, again %.0f ms%n", args[0], samples.size(), first, second);
    }

    private static double pass(List<Sample> samples, Check check) {
        long start = System.nanoTime();
        int problems = samples.stream().mapToInt(check::problems).sum();
        double millis = (System.nanoTime() - start) / 1e6;
        if (problems > 0) {
            throw new IllegalStateException(problems + " problems");
        }
        return millis;
    }

    private static List<Sample> samples(Catalogue catalogue) {
        List<Sample> samples = new ArrayList<>();
        Map<String, FixtureContent> files = FixtureSet.folder("fixtures/demo").files();
        for (Resource resource : catalogue.resources()) {
            FixtureSet.fileOf(resource).filter(files::containsKey).ifPresent(file -> JsonMapper.shared()
                    .readTree(files.get(file).bytes())
                    .forEach(json -> samples.add(new Sample(resource, json))));
        }
        return samples;
    }

    private static Check schemas() {
        Schemas schemas = new Schemas(Settings.DEFAULTS.get(Settings.TITLE_LIMIT));
        return sample -> {
            Schema schema = schemas.of(sample.resource());
            return schema.validate(sample.json()).size();
        };
    }

    private static int read(Sample sample) {
        List<String> problems = new ArrayList<>();
        ValueReader reader = new ValueReader((at, value, reason) -> problems.add(reason));
        sample.json().properties().forEach(member -> {
            Field field = sample.resource().field(member.getKey());
            reader.field(field, member.getValue(), "");
        });
        return problems.size();
    }
}
