package io.alignemulator.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What clients wrote to one value of a site and read from it, each with the moments between which it happened, and whether one client alone could have seen the same (linearizability).
 * Every written text is another one, so a read says which write it saw, and the question is answered by intervals (P. Gibbons and E. Korach, Testing Shared Memories, 1997): all that touched
 * one text has to happen without another text in between.
 */
final class RegisterHistory {

    /** One call. Moments are any numbers that grow; {@code isWrite} with the text that was written, else the text that was read. */
    record Call(boolean isWrite, String text, long begin, long end) {}

    /** The time in which a text has to be there: from the end of the first call that had it to the begin of the last one; the other way round where one moment suffices. */
    private record Zone(String text, long firstEnd, long lastBegin) {

        boolean isForward() {
            return firstEnd < lastBegin;
        }

        long low() {
            return Math.min(firstEnd, lastBegin);
        }

        long high() {
            return Math.max(firstEnd, lastBegin);
        }
    }

    private RegisterHistory() {}

    /** @return what no order of the calls explains; empty when there is an order */
    static Optional<String> fault(List<Call> calls) {
        Map<String, List<Call>> byText = new HashMap<>();
        calls.forEach(call ->
                byText.computeIfAbsent(call.text(), text -> new ArrayList<>()).add(call));
        List<Zone> zones = new ArrayList<>();
        for (Map.Entry<String, List<Call>> entry : byText.entrySet()) {
            Optional<Call> write =
                    entry.getValue().stream().filter(Call::isWrite).findFirst();
            if (write.isEmpty()) {
                return Optional.of("'" + entry.getKey() + "' was read and never written");
            }
            if (entry.getValue().stream()
                    .anyMatch(call -> call.end() < write.get().begin())) {
                return Optional.of("'" + entry.getKey() + "' was read before it was written");
            }
            zones.add(zone(entry.getKey(), entry.getValue()));
        }
        return overlap(zones);
    }

    private static Zone zone(String text, List<Call> calls) {
        long firstEnd = calls.stream().mapToLong(Call::end).min().orElseThrow();
        long lastBegin = calls.stream().mapToLong(Call::begin).max().orElseThrow();
        return new Zone(text, firstEnd, lastBegin);
    }

    private static Optional<String> overlap(List<Zone> zones) {
        List<Zone> forward = zones.stream()
                .filter(Zone::isForward)
                .sorted(Comparator.comparingLong(Zone::low))
                .toList();
        for (int i = 1; i < forward.size(); i++) {
            if (forward.get(i).low() < forward.get(i - 1).high()) {
                return Optional.of("'" + forward.get(i - 1).text() + "' was still there after '"
                        + forward.get(i).text() + "' had come");
            }
        }
        for (Zone moment : zones) {
            Optional<Zone> around = moment.isForward()
                    ? Optional.empty()
                    : forward.stream()
                            .filter(zone -> zone.low() < moment.low() && moment.high() < zone.high())
                            .findFirst();
            if (around.isPresent()) {
                return Optional.of("'" + moment.text() + "' came in between, and '"
                        + around.get().text() + "' was there before and after it");
            }
        }
        return Optional.empty();
    }
}
