package example

import io.alignemulator.JiraAlignEmulator
import io.alignemulator.client.Calls
import io.alignemulator.client.Persona
import io.alignemulator.client.Personas
import io.alignemulator.client.Sandbox
import io.alignemulator.junit.AlignEmulator
import io.alignemulator.junit.AlignExtension
import io.alignemulator.junit.As
import io.alignemulator.protocol.calls.Method.GET
import io.alignemulator.protocol.faults.Fault
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Instant
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** The annotation: parameters of every kind, in Kotlin. */
@AlignEmulator(fixtures = "minimal", clock = "2026-01-05T09:00:00Z")
class EpicsTest {
    @Test
    fun `a test has a site of its own`(site: Sandbox, api: URI, @As(Personas.PROGRAM_MANAGER) lead: Persona) {
        val id = site.seedOne("Epics", mapOf("title" to "Seeded", "primaryProgramId" to 1))
        assertTrue(read("$api/epics/$id", lead.authorization()).body().contains("Seeded"))
        site.requests().verify(Calls.to(GET, "/epics/*").persona(Personas.PROGRAM_MANAGER).times(1))
        val title = site.world()["Epics", id]["title"]
        assertEquals("Seeded", title)
        assertEquals(Instant.parse("2026-01-05T09:00:00Z"), site.clock().now())
    }

    @Test
    fun `it has its own Kotlin`() {
        assertEquals(KotlinVersion(2, 4, 0), KotlinVersion.CURRENT)
        assertFalse(Unit::class.java.protectionDomain.codeSource.location.path.contains("align"))
    }
}

/** The field. */
class FieldTest {
    @Test
    fun `a fault hits the call that it was made for`() {
        align.faults().add(Fault.status(503).on(GET, "/epics"))
        assertEquals(503, read("${align.apiUri()}/epics", "Bearer ${align.token(Personas.SUPER_ADMIN)}").statusCode())
    }

    companion object {
        @JvmField
        @RegisterExtension
        val align: AlignExtension = AlignExtension.of(JiraAlignEmulator.builder().fixtures("minimal"))
    }
}

private fun read(address: String, authorization: String) =
    HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create(address)).header("Authorization", authorization).build(),
        BodyHandlers.ofString(),
    )
