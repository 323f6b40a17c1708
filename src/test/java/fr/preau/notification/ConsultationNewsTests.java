package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.allocation.Rule;
import fr.preau.consultation.ConsultationFixtures;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The calendar files of those who take part in a consultation.
@PreauTest
class ConsultationNewsTests {
    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private JdbcClient database;

    @Test
    void aCalendarFollowsFromTheWishesToTheWorkshopToTheCancellation() {
        var session = fixtures.open(ConsultationFixtures.ARIEGE, 4, Rule.EQUITE, false);
        var mail = fixtures.joined(session).value();
        fixtures.seat(session);
        fixtures.cancel(session);

        var files = files(mail);

        assertThat(files).hasSize(3);
        assertThat(files).extracting(file -> value(file, "UID")).containsOnly(value(files.getFirst(), "UID"));
        assertThat(files.stream().map(file -> Integer.valueOf(value(file, "SEQUENCE"))))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(value(files.getFirst(), "DESCRIPTION"))
                .contains("Apportez un masque.")
                .doesNotContain("votre premier vœu");
        assertThat(value(files.get(1), "DESCRIPTION")).contains("votre premier vœu");
        assertThat(value(files.get(1), "LOCATION")).isEqualTo("Lycée de la Table, 1 rue du Test, Foix");
        assertThat(value(files.get(1), "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(files.get(2), "STATUS")).isEqualTo("CANCELLED");
    }

    private List<Calendar> files(String recipient) {
        return database
                .sql("select calendar from notification.message where recipient = ? order by sequence")
                .param(recipient)
                .query(String.class)
                .list()
                .stream()
                .map(ConsultationNewsTests::read)
                .toList();
    }

    private static Calendar read(@Nullable String file) {
        try {
            return new CalendarBuilder().build(new StringReader(Objects.requireNonNull(file)));
        } catch (IOException | ParserException broken) {
            throw new IllegalStateException(file, broken);
        }
    }

    private static String value(Calendar file, String property) {
        return file.getComponent(Component.VEVENT)
                .orElseThrow()
                .getProperty(property)
                .orElseThrow()
                .getValue();
    }
}
