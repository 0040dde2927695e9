package io.alignemulator.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.128/25, 192.168.1.127, false",
        "192.168.1.128/25, 192.168.1.200, true",
        "0.0.0.0/0, 1.2.3.4, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/33, 2001:DB8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "[::1], 0:0:0:0:0:0:0:1, true",
        "'10.0.0.1, 10.0.0.2', 10.0.0.2, true"
    })
    void containsWhatLiesInIt(String ranges, String address, boolean contained) {
        assertEquals(contained, AddressRanges.of(ranges).contain(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy", "10.0.0.0/33", "::1/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/x", "300.0.0.1", "::1::"})
    void whatIsNoAddressIsRefusedAtTheStart(String text) {
        String told = assertThrows(IllegalArgumentException.class, () -> AddressRanges.of("10.0.0.1," + text))
                .getMessage();
        assertEquals("'" + text + "' is neither", told);
    }

    @Test
    void noNameIsLookedUp() {
        assertEquals(Optional.empty(), AddressRanges.address("localhost"));
        assertEquals(Optional.empty(), AddressRanges.address(""));
    }
}
