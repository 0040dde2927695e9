package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Sites that cannot be read or kept; the message is one line for whoever chose the folder. A folder that is refused stays as it is. */
public final class SaveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SaveException(String message, Throwable cause) {
        super(message, cause);
    }

    private SaveException(String message) {
        super(message);
    }

    static SaveException refused(Path folder, String reason) {
        return new SaveException("Cannot keep data in " + folder + ": " + reason);
    }

    /** For a file that is not what was written into it. */
    static SaveException damaged(Path file, String detail) {
        return new SaveException("Cannot use " + file + ": it is damaged (" + detail
                + "); nothing was changed, restore the folder from a copy");
    }

    /** For a folder in which something is missing that another document of it names. */
    public static SaveException incomplete(Path folder, String missing) {
        return new SaveException("Cannot use " + folder + ": it is damaged (" + missing
                + " are missing); nothing was changed, restore the folder from a copy");
    }

    static SaveException failed(Path folder, Throwable cause) {
        return new SaveException("Cannot save in " + folder + ": " + reason(cause), cause);
    }

    static SaveException unusable(Path folder, Throwable cause) {
        return new SaveException("Cannot keep data in " + folder + ": " + reason(cause), cause);
    }

    /** The innermost failure of a file, or else the whole: libraries wrap what the operating system says. */
    private static String reason(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof AccessDeniedException) {
                return "no permission for " + each.getMessage();
            }
            if (each instanceof IOException && each.getCause() == null) {
                boolean isNameOnly = each instanceof FileSystemException file && file.getReason() == null;
                return each.getMessage() == null || isNameOnly ? each.toString() : each.getMessage();
            }
        }
        return cause.toString();
    }

    static SaveException closed(Path folder) {
        return new SaveException("Cannot save in " + folder + ": it is closed");
    }
}
