package io.alignemulator.console.view;

import io.alignemulator.resource.call.Parameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A call of the console that the guard let in.
 *
 * @param path below the console's base, not decoded
 * @param prefix what stands before every path as the browser sees it; empty for nothing
 * @param host as the client used it
 * @param origin scheme, host and prefix as the client used them
 * @param cookies the header, as it was sent
 * @param session name of the cookie that stands for the control token
 */
public record Visit(
        String path, Parameters query, String prefix, String host, String origin, String cookies, String session) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The sandbox that the query names; empty for none. */
    public String site() {
        return query.value("site").map(String::strip).orElse("");
    }

    /** The user through whose eyes the site is to be seen. */
    public OptionalLong as() {
        return query.value("as")
                .flatMap(text -> number(text.strip()))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** An id, or another number, as it stands in an address; empty where something else does. */
    public static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** What the visitor switched to. */
    public String theme() {
        return cookie("align-theme")
                .filter(text -> text.equals("light") || text.equals("dark"))
                .orElse("");
    }

    /** Whether the visitor signed in. */
    public boolean hasSession() {
        return cookie(session).isPresent();
    }

    private Optional<String> cookie(String name) {
        return Arrays.stream(cookies.split(";", -1))
                .map(String::strip)
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
    }
}
