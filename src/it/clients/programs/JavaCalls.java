import java.util.List;
import java.util.concurrent.Callable;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.EpicsApi;
import org.openapitools.client.model.EpicExpandedDto;
import org.openapitools.client.model.EpicWrite;
import org.openapitools.client.model.JsonPatchOperation;
import org.openapitools.client.model.JsonPatchOperationValue;

/** The eight calls with the Java client of openapi-generator, whichever library is below it. */
public final class JavaCalls {

    private static final int EPIC = 1001;

    private JavaCalls() {}

    public static void main(String[] args) {
        EpicsApi epics = new EpicsApi(Clients.at(System.getenv("ALIGN_URL"), System.getenv("ALIGN_TOKEN")));
        call("list with $filter", () -> epics.listEpics("id le 1003", null, null, null, null, null, null).size() == 3);
        call("list with $select", () -> {
            List<EpicExpandedDto> rows = epics.listEpics(null, "id,title", null, 2, null, null, null);
            return rows.size() == 2 && rows.get(0).getTitle() != null && rows.get(0).getState() == null;
        });
        call("get", () -> epics.getEpic(EPIC, null, null).getId() == EPIC);
        call("create", () -> epics.createEpic(new EpicWrite().title("Made by a client").primaryProgramId(1)) > EPIC);
        call("patch", () -> {
            epics.patchEpic(
                    EPIC,
                    List.of(new JsonPatchOperation()
                            .op(JsonPatchOperation.OpEnum.REPLACE)
                            .path("/title")
                            .value(new JsonPatchOperationValue("Patched"))));
            return epics.getEpic(EPIC, null, null).getTitle().equals("Patched");
        });
        call("400", () -> refused(400, "Cannot find epics.", () -> epics.listEpics("id eq", null, null, null, null, null, null)));
        call("404", () -> refused(404, "Cannot get epic with id 999999999.", () -> epics.getEpic(999999999, null, null)));
        call("429", () -> refused(429, "429 too many requests", () -> epics.getEpic(EPIC, null, null)));
    }

    private static boolean refused(int status, String words, Callable<?> call) throws Exception {
        try {
            call.call();
            return false;
        } catch (ApiException e) {
            return e.getCode() == status && e.getResponseBody().startsWith(words);
        }
    }

    private static void call(String name, Callable<Boolean> call) {
        try {
            System.out.println((call.call() ? "right " : "WRONG ") + name);
        } catch (Exception e) {
            System.out.println("WRONG " + name + ": " + e);
        }
    }
}
