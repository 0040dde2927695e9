package io.alignemulator.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a POM in a Maven repository says about licences, for which parents are asked. */
final class Pom {

    private final Path repository;
    private final Element project;

    /** A licence as a POM names it. */
    record Licence(String name, String url) {}

    private Pom(Path repository, Path file) throws IOException {
        this.repository = repository;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            this.project = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The POM of a jar that lies where Maven puts it. */
    static Pom beside(Path jar) throws IOException {
        Path file = jar.resolveSibling(String.valueOf(jar.getFileName()).replaceAll("[.]jar$", ".pom"));
        Path repository = file;
        while (repository != null && !Files.isDirectory(repository.resolve("org/apache/maven"))) {
            repository = repository.getParent();
        }
        if (repository == null) {
            throw new IOException(jar + " does not lie in a Maven repository");
        }
        return new Pom(repository, file);
    }

    /** Its own licences, or those of the nearest parent that names any. */
    List<Licence> licences() throws IOException {
        List<Licence> licences = new ArrayList<>();
        Element own = child(project, "licenses");
        if (own != null) {
            for (Node each = own.getFirstChild(); each != null; each = each.getNextSibling()) {
                if (each instanceof Element licence) {
                    licences.add(new Licence(text(licence, "name"), text(licence, "url")));
                }
            }
        }
        Element parent = child(project, "parent");
        return !licences.isEmpty() || parent == null ? licences : new Pom(repository, file(parent)).licences();
    }

    private Path file(Element coordinates) {
        String artifact = text(coordinates, "artifactId");
        String version = text(coordinates, "version");
        return repository
                .resolve(text(coordinates, "groupId").replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent().strip();
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }
}
