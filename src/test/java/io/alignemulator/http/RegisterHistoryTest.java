package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.http.RegisterHistory.Call;
import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The judge of {@link LinearizabilityOverHttpTest} sees what it is there for. */
@Tag("in-process")
@Rule("EMUL-20")
class RegisterHistoryTest {

    private static Call write(String text, long begin, long end) {
        return new Call(true, text, begin, end);
    }

    private static Call read(String text, long begin, long end) {
        return new Call(false, text, begin, end);
    }

    private static Optional<String> fault(Call... calls) {
        return RegisterHistory.fault(List.of(calls));
    }

    @Test
    void aReadDuringAWriteMaySeeTheOldOrTheNewText() {
        assertEquals(
                Optional.empty(),
                fault(write("a", 0, 1), write("b", 2, 9), read("a", 3, 4), read("b", 5, 6), read("b", 10, 11)));
    }

    @Test
    void writesAtTheSameTimeHaveEitherOrder() {
        assertEquals(Optional.empty(), fault(write("a", 0, 9), write("b", 1, 8), read("a", 10, 11)));
    }

    @Test
    void anOldTextAfterANewOneWasReadIsAFault() {
        assertEquals(
                Optional.of("'a' was still there after 'b' had come"),
                fault(write("a", 0, 1), write("b", 2, 20), read("b", 3, 4), read("a", 5, 6), read("b", 7, 8)));
    }

    @Test
    void aWriteThatNobodySeesAfterItsEndIsLost() {
        assertEquals(
                Optional.of("'b' came in between, and 'a' was there before and after it"),
                fault(write("a", 0, 1), write("b", 2, 3), read("a", 4, 5)));
    }

    @Test
    void nothingIsReadThatWasNotWritten() {
        assertEquals(Optional.of("'c' was read and never written"), fault(write("a", 0, 1), read("c", 2, 3)));
        assertEquals(
                Optional.of("'b' was read before it was written"),
                fault(write("a", 0, 1), read("b", 2, 3), write("b", 4, 5)));
    }
}
