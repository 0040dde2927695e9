package io.alignemulator.http;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.client.SandboxClock;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A test class over real HTTP: one site for all its tests, back in its first state before each. What it knows of the site is an address and a token. */
@Tag("black-box")
@TestInstance(Lifecycle.PER_CLASS)
abstract class BlackBox {

    /** The published description of the API; the same for every site. */
    static final Catalogue CATALOGUE = Catalogue.load();

    private SiteUnderTest site = null;

    /** The site to run against; a class that needs other settings starts another one. */
    SiteUnderTest start() {
        return EmulatedSite.start(EmulatedSite.SETTINGS);
    }

    /** Whether answers may be outside the OpenAPI document: where faults or settings give them another form. */
    boolean isOutsideTheDocument() {
        return false;
    }

    @BeforeAll
    void startSite() {
        site = start();
        Documented.hold(!isOutsideTheDocument());
    }

    @BeforeEach
    void resetSite() {
        site.reset();
    }

    @AfterAll
    void closeSite() {
        Documented.hold(false);
        site.close();
    }

    final SiteUnderTest site() {
        return site;
    }

    /** The clock of the site, which a real one has not. */
    final SandboxClock clock() {
        return ((EmulatedSite) site).clock();
    }

    final Client client() {
        return new Client(site.uri(), site.token());
    }

    final Wire wire() {
        return new Wire(site.uri(), site.token());
    }

    /** A call of the control API, {@code path} below its base; no body for an empty text. */
    final Answer control(String method, String path, String body) {
        return Client.control(site.uri(), method, path, body, Map.of());
    }

    /** Ends every sandbox that a test made. */
    final void endSandboxes() {
        control("GET", "/sandboxes", "")
                .json()
                .valueStream()
                .map(each -> each.path("name").asString())
                .filter(name -> !name.equals("default"))
                .forEach(name -> control("DELETE", "/sandboxes/" + name, "").expect(204));
    }

    /** A REST Assured call below the API's base, signed in, with URLs as written. */
    final RequestSpecification given() {
        return anonymous().header("Authorization", "Bearer " + site.token());
    }

    final RequestSpecification anonymous() {
        return RestAssured.given()
                .filter(DocumentedFilter.INSTANCE)
                .baseUri(site.uri().toString())
                .basePath(Client.BASE)
                .urlEncodingEnabled(false);
    }

    /** Resources with an address of their own whose records take PUT and PATCH. */
    static List<Resource> updatedResources() {
        return CATALOGUE.resources().stream()
                .filter(resource -> resource.verbs().contains(Verb.UPDATE)
                        && resource.isServed()
                        && !resource.collection().contains("{"))
                .toList();
    }

    /** The 25 resources of the official object table. */
    static List<Resource> seedResources() {
        return CATALOGUE.resources().stream().filter(Resource::seed).toList();
    }
}
