import org.openapitools.client.apis.EpicsApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ClientError
import org.openapitools.client.infrastructure.ClientException
import org.openapitools.client.models.EpicWrite
import org.openapitools.client.models.JsonPatchOperation

/** The eight calls with the Kotlin client of openapi-generator. */
const val EPIC = 1001

fun call(name: String, right: () -> Boolean) =
    try {
        println((if (right()) "right " else "WRONG ") + name)
    } catch (e: Exception) {
        println("WRONG $name: $e")
    }

fun refused(status: Int, words: String, made: () -> Any): Boolean =
    try {
        made()
        false
    } catch (e: ClientException) {
        e.statusCode == status && (e.response as ClientError<*>).body.toString().startsWith(words)
    }

fun main() {
    ApiClient.accessToken = System.getenv("ALIGN_TOKEN")
    val epics = EpicsApi(System.getenv("ALIGN_URL"))
    call("list with \$filter") { epics.listEpics(dollarFilter = "id le 1003").size == 3 }
    call("list with \$select") {
        val rows = epics.listEpics(dollarSelect = "id,title", dollarTop = 2)
        rows.size == 2 && rows[0].title != null && rows[0].state == null
    }
    call("get") { epics.getEpic(EPIC).id == EPIC }
    call("create") { epics.createEpic(EpicWrite(title = "Made by a client", primaryProgramId = 1)) > EPIC }
    call("patch") {
        epics.patchEpic(EPIC, listOf(JsonPatchOperation(op = JsonPatchOperation.Op.replace, path = "/title", value = "Patched")))
        epics.getEpic(EPIC).title == "Patched"
    }
    call("400") { refused(400, "Cannot find epics.") { epics.listEpics(dollarFilter = "id eq") } }
    call("404") { refused(404, "Cannot get epic with id 999999999.") { epics.getEpic(999999999) } }
    call("429") { refused(429, "429 too many requests") { epics.getEpic(EPIC) } }
}
