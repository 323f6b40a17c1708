package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkUnitTests {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:9:9::1, 2001:db8:9:9:0:0:0:0/64",
        "2001:db8:9:9:ffff:ffff:ffff:ffff, 2001:db8:9:9:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "no address, no address"
    })
    void isAnAddressOrTheFirstHalfOfOne(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(new Network(network));
    }

    @Test
    void tellsNeighboursApart() {
        assertThat(Network.of("2001:db8:9:9::1")).isNotEqualTo(Network.of("2001:db8:9:a::1"));
        assertThat(Network.of("192.0.2.7")).isNotEqualTo(Network.of("192.0.2.8"));
    }

    @Test
    void writesItsAddressNowhere() {
        assertThat(Network.of("192.0.2.7").toString()).doesNotContain("192");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, true",
        "192.0.3.7, false",
        "10.1.2.3, true",
        "11.1.2.3, false",
        "2001:660:1::5, true",
        "2001:661::5, false",
        "no address, false"
    })
    void isNamedByARange(String address, boolean named) {
        var networks = new NamedNetworks(" 192.0.2.0/24, 10.0.0.0/8 ,2001:660::/32");

        assertThat(networks.contain(Network.of(address))).isEqualTo(named);
    }

    @Test
    void namesOneAddressWithoutARangeAndNobodyByDefault() {
        assertThat(new NamedNetworks("192.0.2.7").contain(Network.of("192.0.2.7")))
                .isTrue();
        assertThat(new NamedNetworks("").contain(Network.of("192.0.2.7"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/x", "rectorat.example", "2001:660::/129"})
    void refusesWhatIsNoNetworkAtStart(String wrong) {
        assertThatThrownBy(() -> new NamedNetworks(wrong)).hasMessageContaining("« %s »".formatted(wrong));
    }
}
