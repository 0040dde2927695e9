package example;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits in real time, as a client of the real site has to; a test puts one in its place that does not. */
@Component
public class Sleeper {

    public void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
