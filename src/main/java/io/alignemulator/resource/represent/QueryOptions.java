package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.DateComparison;
import io.alignemulator.query.Filter;
import io.alignemulator.query.Habit;
import io.alignemulator.query.NullComparison;
import io.alignemulator.query.QueryDialect;
import io.alignemulator.query.parse.Grammar;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.QuerySettings;
import io.alignemulator.settings.QuerySettings.InOperator;
import io.alignemulator.settings.QuerySettings.NullComparisons;
import io.alignemulator.settings.QuerySettings.TextNumberComparison;
import io.alignemulator.settings.QuerySettings.UndollaredOptions;
import io.alignemulator.settings.QuerySettings.UnknownOptions;
import io.alignemulator.settings.Settings;
import io.alignemulator.settings.Settings.DateFilter;
import java.util.Optional;
import java.util.function.Function;

/** The query options of one call as texts, read as the site is set, and the refusals that they share. */
record QueryOptions(Resource resource, Parameters parameters, Context context) {
    private static final int TOLD = 600;

    Settings settings() {
        return context.settings();
    }

    boolean isOn(RuleId rule) {
        return settings().isOn(rule);
    }

    /** The text of an option. One without a value is refused (rule LIST-10). */
    Optional<String> text(String option) {
        Optional<String> text = written(option);
        if (text.filter(String::isBlank).isEmpty()) {
            return text;
        }
        if (option.equals("select")) {
            return blankSelect(text);
        }
        if (isOn(RuleId.LIST_10)) {
            throw refused(RuleId.LIST_10, "The value for OData query '$" + option + "' cannot be empty.");
        }
        return Optional.empty();
    }

    private Optional<String> written(String option) {
        boolean honoured = settings().get(QuerySettings.UNDOLLARED_OPTIONS) == UndollaredOptions.HONOUR;
        Optional<String> dollared = parameters.option(option, false);
        Optional<String> text = honoured ? parameters.option(option, true) : dollared;
        if (!text.equals(dollared)) {
            context.trace().note(RuleId.LIST_05);
        }
        return text;
    }

    /** Blanks select everything, nothing at all is refused. */
    private Optional<String> blankSelect(Optional<String> text) {
        if (text.filter(String::isEmpty).isPresent() && isOn(RuleId.LIST_10)) {
            throw refused(
                    RuleId.LIST_10,
                    "'select' and 'expand' cannot be empty or whitespace. Omit the parameter from the query if it is not used.");
        }
        return Optional.empty();
    }

    /** Refuses options with a dollar sign that there are not (rule LIST-09), and a $count that is neither true nor false (rule LIST-08). */
    void refuseUnknown() {
        if (settings().get(QuerySettings.UNKNOWN_OPTIONS) == UnknownOptions.REFUSE) {
            parameters.unknown().ifPresent(name -> {
                throw refused(
                        RuleId.LIST_09, "Custom query option '" + name + "' that starts with '$' is not supported.");
            });
        }
        Optional<String> count = parameters.option("count", false);
        if (count.filter(String::isBlank).isPresent() && isOn(RuleId.LIST_10)) {
            throw refused(RuleId.LIST_10, "The value for OData query '$count' cannot be empty.");
        }
        count.filter(word -> !word.isBlank() && !word.equals("true") && !word.equals("false"))
                .filter(word -> isOn(RuleId.LIST_08))
                .ifPresent(word -> {
                    throw refused(RuleId.LIST_08, "'" + word + "' is not a valid count option.");
                });
    }

    QueryDialect dialect() {
        Settings settings = settings();
        Grammar grammar = new Grammar(
                settings.get(QuerySettings.IN_OPERATOR) == InOperator.ACCEPT,
                !isOn(RuleId.FILT_09),
                isOn(RuleId.FILT_10) ? Grammar.DEPTH : Grammar.WIDE_DEPTH);
        return new QueryDialect(
                grammar,
                settings.get(Settings.DATE_FILTER) == DateFilter.DAY ? DateComparison.DAY : DateComparison.INSTANT,
                settings.get(QuerySettings.NULL_COMPARISON) == NullComparisons.SQL
                        ? NullComparison.SQL
                        : NullComparison.MEMORY,
                settings.get(QuerySettings.TEXT_NUMBER_COMPARISON) == TextNumberComparison.TEXT,
                !isOn(RuleId.FILT_08),
                context::now,
                parameters.aliases());
    }

    /** An option that names properties; where the rule is off that refuses its mistakes the whole option counts as absent. */
    <T> Optional<T> named(String option, Function<String, T> parser) {
        try {
            return text(option).map(parser);
        } catch (QueryException e) {
            RuleId rule = rule(e, RuleId.LIST_17);
            if (isOn(rule)) {
                throw refused(rule, e);
            }
            return Optional.empty();
        }
    }

    /** The rule by which a filter, an order or a selection is refused. */
    static RuleId rule(QueryException e, RuleId malformed) {
        return switch (e.ground()) {
            case MALFORMED -> malformed;
            case FUNCTION -> RuleId.FILT_08;
            case DATE -> RuleId.FILT_09;
            case DEPTH -> RuleId.FILT_10;
            case NULL -> RuleId.FILT_06;
            case TEXT_AND_NUMBER -> RuleId.FILT_04;
            case IN -> RuleId.FILT_05;
            case ORDER -> RuleId.LIST_12;
            case BOUND -> RuleId.EMUL_17;
        };
    }

    /** Tells what a filter relies on: the journal all of it, the client itself what it would learn from its data only. */
    void told(Filter filter) {
        for (Habit habit : filter.habits()) {
            if (habit == Habit.NULL || habit == Habit.FUNCTION) {
                context.trace().rule(rule(habit));
            } else {
                context.trace().note(rule(habit));
            }
        }
    }

    /** The rule that grants what a filter relies on. */
    private static RuleId rule(Habit habit) {
        return switch (habit) {
            case TEXT_AND_NUMBER -> RuleId.FILT_04;
            case IN -> RuleId.FILT_05;
            case IGNORED_TIME -> RuleId.FILT_03;
            case NULL -> RuleId.FILT_06;
            case FUNCTION -> RuleId.FILT_08;
        };
    }

    ErrorResponse refused(RuleId rule, String sentence) {
        return ErrorResponse.cannotFind(resource, sentence, rule);
    }

    /** With the framework's sentence in the body, and the emulator's own help beside it where only the journal and X-Emulator-Reason show it. */
    ErrorResponse refused(RuleId rule, QueryException e) {
        String sentence = e.reason();
        String told = sentence.length() > TOLD ? sentence.substring(0, TOLD) + "..." : sentence;
        return refused(rule, sentence).because(rule, (told + " " + e.hint()).strip());
    }
}
