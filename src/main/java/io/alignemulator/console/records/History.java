package io.alignemulator.console.records;

import io.alignemulator.console.records.RecordView.Entry;
import io.alignemulator.console.records.RecordView.Told;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Times;
import io.alignemulator.resource.verbs.AuditLog;
import io.alignemulator.world.Row;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The audit log of a record, the latest first. */
final class History {

    private static final int MOST = 100;

    private History() {}

    static List<Entry> of(Glance glance, Row row) {
        if (!row.resource().subResources().contains("auditlog")) {
            return List.of();
        }
        List<Row> rows = new java.util.ArrayList<>(AuditLog.entries(glance.world(), row));
        Collections.reverse(rows);
        return rows.stream().limit(MOST).map(each -> entry(glance, each)).toList();
    }

    private static Entry entry(Glance glance, Row row) {
        return new Entry(
                row.get("auditTimeStamp") instanceof Instant time ? Times.of(time) : "",
                who(glance, row.get("changedBy")),
                row.get("changes") instanceof List<?> list
                        ? list.stream().map(History::told).toList()
                        : List.of());
    }

    private static String who(Glance glance, @Nullable Object uid) {
        return uid == null
                ? "nobody told"
                : glance.world()
                        .table("User")
                        .first("uid", uid)
                        .map(Item::title)
                        .orElse(uid.toString());
    }

    private static Told told(Object change) {
        Map<?, ?> map = change instanceof Map<?, ?> given ? given : Map.of();
        return new Told(text(map.get("label")), text(map.get("oldValue")), text(map.get("newValue")));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
