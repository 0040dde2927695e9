package io.alignemulator.save.folder;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The documents as the last commit left them: few and small, so they stay in memory. */
final class Documents {

    private final Map<String, byte[]> contents = new TreeMap<>();

    static Documents of(Store store) {
        Documents documents = new Documents();
        Iterator<KeyValue> saved = store.entries(Keys.documents());
        saved.forEachRemaining(entry -> documents.contents.put(Keys.documentName(entry.key()), entry.value()));
        return documents;
    }

    synchronized void apply(Map<String, Optional<byte[]>> changes) {
        changes.forEach((name, content) ->
                content.ifPresentOrElse(bytes -> contents.put(name, bytes), () -> contents.remove(name)));
    }

    synchronized Map<String, byte[]> copy() {
        Map<String, byte[]> copy = new TreeMap<>();
        contents.forEach((name, content) -> copy.put(name, content.clone()));
        return copy;
    }
}
