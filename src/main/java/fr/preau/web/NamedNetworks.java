package fr.preau.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// `preau.rations.named-networks`: networks whose owner is known to whoever runs the platform, as `194.57.0.0/16` or
/// `2001:660::/32`, separated by commas. An académie that leaves by one proxy is one of them: nothing is bounded by
/// network there. What is bounded by mail address stays.
@Component
public class NamedNetworks {
    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");

    private final List<Range> ranges;

    /// What is no network is said at start, not on the day of the opening.
    NamedNetworks(@Value("${preau.rations.named-networks:}") String typed) {
        ranges = COMMAS.splitAsStream(typed.strip())
                .filter(one -> !one.isEmpty())
                .map(Range::parse)
                .toList();
    }

    public boolean contain(Network network) {
        return literal(network.value().replace("/64", ""))
                .filter(address -> ranges.stream().anyMatch(range -> range.contains(address)))
                .isPresent();
    }

    private static Optional<InetAddress> literal(String typed) {
        try {
            return Optional.of(InetAddress.ofLiteral(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private record Range(InetAddress start, int bits) {
        static Range parse(String typed) {
            var slash = typed.indexOf('/');
            var start = literal(slash < 0 ? typed : typed.substring(0, slash)).orElseThrow(() -> wrong(typed));
            var whole = start.getAddress().length * 8;
            var bits =
                    slash < 0 ? whole : Typed.number(typed.substring(slash + 1)).orElse(-1);
            if (bits < 0 || bits > whole) {
                throw wrong(typed);
            }
            return new Range(start, bits);
        }

        private static IllegalArgumentException wrong(String typed) {
            return new IllegalArgumentException(
                    "preau.rations.named-networks : « %s » n'est pas un réseau, par exemple 194.57.0.0/16."
                            .formatted(typed));
        }

        /// Nothing is left of what differs between two addresses of one range, once shifted to its length.
        boolean contains(InetAddress address) {
            var mine = new BigInteger(1, start.getAddress());
            var other = new BigInteger(1, address.getAddress());
            var whole = start.getAddress().length * 8;
            return address.getAddress().length * 8 == whole
                    && mine.xor(other).shiftRight(whole - bits).signum() == 0;
        }
    }
}
