package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Where a request comes from, as far as it may be counted: an IPv4 address, or the 64 first bits of an IPv6 one. What
/// a household or a school is given is a /64: whoever holds one has as many addresses as there are grains of sand.
///
/// A whole school, an académie or the subscribers of an operator may stand behind one: what is counted by network must
/// bear that.
public record Network(String value) {
    private static final int PREFIX = 8;

    public static Network of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /// Of an address as the server writes it; what is no address stands for itself.
    public static Network of(String address) {
        try {
            // A literal: nothing is asked of a name server.
            var known = InetAddress.ofLiteral(withoutZone(address));
            return new Network(known instanceof Inet4Address ? known.getHostAddress() : prefix(known.getAddress()));
        } catch (IllegalArgumentException _) {
            return new Network(address);
        }
    }

    private static String withoutZone(String address) {
        var zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private static String prefix(byte[] address) {
        try {
            var network = InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(address, PREFIX), address.length));
            return network.getHostAddress() + "/64";
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// An address in a log would be a personal datum.
    @Override
    public String toString() {
        return "Network[…]";
    }
}
