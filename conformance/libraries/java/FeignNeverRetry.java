import feign.Retryer;

/** Feign that calls nothing again. */
public final class FeignNeverRetry extends FeignCall {

    @Override
    protected Retryer retryer() {
        return Retryer.NEVER_RETRY;
    }
}
