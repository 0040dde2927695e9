package example;

/** A call that was refused, or whose answer never came. */
public class AlignException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlignException(String message) {
        super(message);
    }
}
