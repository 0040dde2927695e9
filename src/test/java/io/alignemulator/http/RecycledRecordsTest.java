package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists hold what is recycled and what is cancelled; a client leaves it out by itself. */
@Tag("in-process")
class RecycledRecordsTest extends BlackBox {

    @Override
    SiteUnderTest start() {
        return EmulatedSite.with(ServerSettings.FIXTURES, "demo");
    }

    @ParameterizedTest
    @Rule("LIST-06")
    @CsvSource({
        "Epics, isRecycled",
        "Epics, isCanceled",
        "Features, isRecycled",
        "Features, isCanceled",
        "Stories, isRecycled",
        "Stories, isCanceled"
    })
    void listsHoldThemAndTheFlagTellsThem(String collection, String flag) {
        List<Integer> flagged =
                client().get("/" + collection, "$filter", flag + " eq 1").ids();
        assertTrue(flagged.size() >= 2, flagged::toString);
        int first = flagged.get(0);
        List<Integer> around = client().get("/" + collection, "$filter", "id ge " + first, "$top", "1")
                .ids();
        assertEquals(List.of(first), around);
        assertEquals(1, client().read("/" + collection + "/" + first).path(flag).asInt());
        assertFalse(client().get("/" + collection, "$filter", flag + " ne 1 and id ge " + first)
                .ids()
                .contains(first));
    }

    @Test
    @Rule("LIST-06")
    void aCancelledEpicHasCancelledChildrenOnly() {
        List<Integer> epics =
                client().get("/Epics", "$filter", "isCanceled eq 1").ids();
        int children = 0;
        for (int epic : epics) {
            List<Integer> features =
                    client().get("/Features", "$filter", "parentId eq " + epic).ids();
            children += features.size();
            assertEquals(
                    features,
                    client().get("/Features", "$filter", "isCanceled eq 1 and parentId eq " + epic)
                            .ids());
            for (int feature : features) {
                String its = "featureId eq " + feature;
                assertEquals(
                        client().get("/Stories", "$filter", its).ids(),
                        client().get("/Stories", "$filter", its + " and isCanceled eq 1")
                                .ids());
            }
        }
        assertTrue(children > 0);
    }
}
