package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class ConnectionRefusalUnitTests {
    private static final String URL = "jdbc:postgresql://ada:secret@base.example/preau?user=ada&password=secret";

    @ParameterizedTest
    @CsvSource({
        "INVALID_PASSWORD,       false, ce mot de passe",
        "CONNECTION_REJECTED,    false, demande un mot de passe",
        "CONNECTION_UNABLE_TO_CONNECT, true, est injoignable",
        "CONNECTION_FAILURE,     true,  est injoignable",
        "UNKNOWN_STATE,          false, ne répond pas comme prévu (words)",
    })
    void saysWhatToDoAndNeverThePassword(PSQLState state, boolean passes, String words) {
        var refusal = new ConnectionRefusal(new PSQLException("words", state), URL);
        assertThat(refusal.passes()).isEqualTo(passes);
        assertThat(refusal.french())
                .contains(words, "jdbc:postgresql://base.example/preau")
                .doesNotContain("secret");
    }

    @Test
    void namesTheDatabaseThatIsNotThere() {
        assertThat(new ConnectionRefusal(new SQLException("words", "3D000"), URL).french())
                .contains("n'a pas de base « preau »", "create database preau owner");
    }

    @Test
    void tellsAnAddressThatIsNone() {
        var refusal = new ConnectionRefusal(new SQLException("No suitable driver", "08001"), "jdbc:mysql://x");
        assertThat(refusal.passes()).isFalse();
        assertThat(refusal.french()).contains("elle s'écrit jdbc:postgresql://machine/base");
    }
}
