package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.backup.RestoredCopy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxHealthUnitTests {
    @Test
    void isDownAndNotBrokenWhenTheDatabaseIsAway() throws SQLException {
        var away = Mockito.mock(javax.sql.DataSource.class);
        Mockito.when(away.getConnection()).thenThrow(new SQLException("camille@example.org", "08006"));
        var database = JdbcClient.create(away);
        var copy = Mockito.mock(RestoredCopy.class);
        Mockito.when(copy.held()).thenReturn(Optional.empty());
        var server = Mockito.mock(SmtpServer.class);
        var departures = new Departures(
                new MessageListRepository(database),
                server,
                new Weather(4, System::nanoTime, Instant::now),
                Instant::now);

        assertThat(new OutboxHealthIndicator(departures, server, copy).health().getStatus())
                .isEqualTo(Status.DOWN);
    }
}
