package io.alignemulator.conformance;

import java.util.Map;

/** The whole vocabulary of the scenarios; there is no other way to judge. */
final class Conditions {

    private Conditions() {}

    /** @param json a name, or a name with what belongs to it, {@code {stored: {collection: Epics, ...}}} */
    static Condition read(String place, Object json) {
        if (json instanceof Map<?, ?> map) {
            if (map.size() != 1) {
                throw new SuiteException(place + ": a condition is one name with its members, not " + map.keySet());
            }
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            String name = String.valueOf(only.getKey());
            Object members = only.getValue();
            return named(place, name, Params.of(place + "/" + name, members == null ? Map.of() : members));
        }
        String name = String.valueOf(json);
        return named(place, name, new Params(place + "/" + name, Map.of()));
    }

    private static Condition named(String place, String name, Params params) {
        return switch (name) {
            case "succeeds" -> ReportConditions.succeeds(params);
            case "fails" -> ReportConditions.fails(params);
            case "returns-ids" -> ReportConditions.returnsIds(params);
            case "returns-records" -> ReportConditions.returnsRecords(params);
            case "returns" -> ReportConditions.returns(params);
            case "returns-new-id" -> ReportConditions.returnsNewId(params);
            case "returns-no-doubles" -> ReportConditions.returnsNoDoubles(params);
            case "returns-ordered" -> ReportConditions.returnsOrdered(params);
            case "returns-types" -> ReportConditions.returnsTypes(params);
            case "stored" -> WorldConditions.stored(params);
            case "record" -> WorldConditions.record(params);
            case "changed-only" -> WorldConditions.changedOnly(params);
            case "nothing-changed" -> WorldConditions.nothingChanged(params.only());
            case "calls" -> TrafficConditions.calls(params);
            case "bearer-header" -> TrafficConditions.bearerHeader(params.only());
            case "no-token-in-url" -> TrafficConditions.noTokenInUrl(params.only());
            case "no-429" -> TrafficConditions.no429(params.only());
            case "no-retry-of" -> RetryConditions.noRetryOf(params);
            case "no-repeated-post" -> RetryConditions.noRepeatedPost(params.only());
            case "quiet-while-blocked" -> RetryConditions.quietWhileBlocked(params.only());
            case "waited" -> RetryConditions.waited(params);
            case "pages-to-the-end" -> PagingConditions.pagesToTheEnd(params.only());
            case "no-overlapping-pages" -> PagingConditions.noOverlappingPages(params.only());
            case "top-at-most" -> PagingConditions.topAtMost(params);
            case "patch-is-array" -> BodyConditions.patchIsArray(params.only());
            case "json-bodies" -> BodyConditions.jsonBodies(params.only());
            case "nothing-ignored" -> BodyConditions.nothingIgnored(params.only());
            case "patch-touches" -> BodyConditions.patchTouches(params);
            case "body-fields" -> BodyConditions.bodyFields(params);
            case "body-types" -> BodyConditions.bodyTypes(params);
            case "no-unknown-options" -> TrafficConditions.noUnknownOptions(params.only());
            case "no-bad-requests" -> TrafficConditions.noBadRequests(params.only());
            case "no-unknown-addresses" -> TrafficConditions.noUnknownAddresses(params.only());
            case "no-token-to" -> TrafficConditions.noTokenTo(params);
            default -> throw new SuiteException(place + ": there is no condition '" + name + "'");
        };
    }
}
