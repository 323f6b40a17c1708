package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayUnitTests {
    @Test
    void tellsAFullDiskFromADatabaseThatIsGone() {
        assertThat(reason("53100")).isEqualTo("the disk of the database is full");
        assertThat(reason("57P01")).contains("stopping or starting");
        assertThat(reason("08006")).isEqualTo("the database is away");
        assertThat(reason("40P01")).contains("wait for each other");
        assertThat(DatabaseAway.reason(new SQLTransientConnectionException("no")))
                .contains("no connection");
    }

    @Test
    void neverRepeatsTheServersWords(CapturedOutput output) {
        var problem = new DataAccessResourceFailureException(
                "camille@example.org", new SQLException("camille@example.org", "53100"));

        assertThat(DatabaseAway.causes(problem)).isTrue();
        DatabaseAway.log(problem);

        assertThat(output.getAll()).doesNotContain("camille");
    }

    private static String reason(String state) {
        return DatabaseAway.reason(new SQLException("no", state));
    }
}
