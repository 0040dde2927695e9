package io.alignemulator.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses of IPv4 and IPv6, alone or as networks ({@code 10.0.0.0/8}), in any spelling. Immutable. */
public final class AddressRanges {

    /** What is no name, so that no name is looked up. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Longest spelling of an address with its port and more. */
    private static final int LONGEST = 80;

    private record Range(InetAddress network, int bits) {

        boolean contains(InetAddress address) {
            byte[] one = network.getAddress();
            byte[] other = address.getAddress();
            int whole = bits / 8;
            int rest = (0xff00 >> (bits % 8)) & 0xff;
            return one.length == other.length
                    && Arrays.equals(one, 0, whole, other, 0, whole)
                    && (rest == 0 || (one[whole] & rest) == (other[whole] & rest));
        }
    }

    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads addresses and networks with commas between them.
     *
     * @throws IllegalArgumentException naming the first that is neither
     */
    static AddressRanges of(String text) {
        return new AddressRanges(Stream.of(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(AddressRanges::range)
                .toList());
    }

    /** Whether an address lies in one of them; where there are none it is not even read, for every call asks. */
    public boolean contain(String address) {
        return !ranges.isEmpty()
                && address(address)
                        .filter(each -> ranges.stream().anyMatch(range -> range.contains(each)))
                        .isPresent();
    }

    /** The address that a text spells, in brackets or not, with a port or not; empty for what is none. Looks no name up. */
    public static Optional<InetAddress> address(String text) {
        String host = text.replaceFirst("^\\[(.*)](:[0-9]{1,5})?$", "$1");
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String alone = host.matches("[0-9.]+:[0-9]{1,5}") ? host.substring(0, host.indexOf(':')) : host;
        try {
            return ADDRESS.matcher(alone).matches() ? Optional.of(InetAddress.getByName(alone)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Range range(String text) {
        String[] parts = text.split("/", 2);
        Optional<InetAddress> address = address(parts[0]);
        int most = address.map(each -> each.getAddress().length * 8).orElse(-1);
        String bits = parts.length == 1 ? Integer.toString(most) : parts[1];
        if (address.isEmpty() || !bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
            throw new IllegalArgumentException("'" + text + "' is neither");
        }
        return new Range(address.get(), Integer.parseInt(bits));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressRanges others && others.ranges.equals(ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.stream()
                .map(each -> each.network().getHostAddress() + "/" + each.bits())
                .collect(Collectors.joining(","));
    }
}
