import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONTokener;

/** A client that makes one HTTP call for each task and decides nothing: what shows is what the library decides. Its argument is the name of a {@link Sender}. */
public final class Bare {

    /** What a library answered. */
    public record Answer(int status, String body) {}

    /** One library at its defaults; only the timeout is set. */
    public interface Sender {
        /** @param body JSON, or null for none */
        Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
                throws Exception;
    }

    /** Of an answer that is a success and holds no id: what the library calls a success stays one. */
    private static final int NO_ID = -1;

    private Bare() {}

    public static void main(String[] args) throws Exception {
        Sender sender =
                (Sender) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        JSONObject task = new JSONObject(System.getenv("ALIGN_TASK"));
        JSONObject report;
        if (task.getString("operation").equals("batch")) {
            List<JSONObject> results = new ArrayList<>();
            for (Object each : task.getJSONArray("tasks")) {
                results.add(report(sender, (JSONObject) each));
            }
            report = new JSONObject().put("results", results);
        } else {
            report = report(sender, task);
        }
        System.out.println(report);
        System.out.flush();
        Runtime.getRuntime().halt(0); // a library may keep threads
    }

    private static JSONObject report(Sender sender, JSONObject task) {
        long began = System.nanoTime();
        JSONObject report = new JSONObject();
        try {
            Answer answer = called(sender, task);
            if (answer.status() < 200 || answer.status() > 299) {
                report.put("ok", false).put("status", answer.status()).put("message", String.valueOf(answer.body()));
            } else {
                report.put("ok", true).put("value", value(task.getString("operation"), answer.body()));
            }
        } catch (Throwable e) {
            report.put("ok", false).put("message", chain(e));
        }
        return report.put("took", (System.nanoTime() - began) / 1e9);
    }

    private static Answer called(Sender sender, JSONObject task) throws Exception {
        String url = System.getenv("ALIGN_URL") + "/rest/align/api/2/" + task.getString("resource");
        Duration timeout = Duration.ofMillis(Math.round(1000 * Double.parseDouble(System.getenv("ALIGN_TIMEOUT"))));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + System.getenv("ALIGN_TOKEN"));
        String item = url + "/" + task.optInt("id");
        return switch (task.getString("operation")) {
            case "list" -> sender.send("GET", url, headers, null, timeout);
            case "get" -> sender.send("GET", item, headers, null, timeout);
            case "delete" -> sender.send("DELETE", item, headers, null, timeout);
            case "create" -> {
                headers.put("Content-Type", "application/json");
                yield sender.send("POST", url, headers, task.getJSONObject("record").toString(), timeout);
            }
            case "patch" -> {
                headers.put("Content-Type", "application/json-patch+json");
                JSONArray operations = new JSONArray();
                JSONObject changes = task.getJSONObject("changes");
                for (String key : changes.keySet()) {
                    operations.put(new JSONObject()
                            .put("op", "replace")
                            .put("path", "/" + key)
                            .put("value", changes.get(key)));
                }
                yield sender.send("PATCH", item, headers, operations.toString(), timeout);
            }
            default -> throw new IllegalArgumentException(task.toString());
        };
    }

    private static Object value(String operation, String body) {
        if (operation.equals("delete") || operation.equals("patch")) {
            return JSONObject.NULL;
        }
        Object value = new JSONTokener(body == null ? "" : body).nextValue();
        if (operation.equals("create")) {
            Object id = value instanceof JSONObject made ? made.get("id") : value;
            return id instanceof Integer ? id : NO_ID;
        }
        if (!(value instanceof JSONObject) && !(value instanceof JSONArray)) {
            throw new IllegalArgumentException("no JSON: " + body);
        }
        return value;
    }

    private static String chain(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = e; each != null && text.length() < 600; each = each.getCause()) {
            text.append(each).append("; ");
        }
        return text.toString();
    }
}
