package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import fr.preau.PreauTest;
import fr.preau.event.CalendarFile;
import fr.preau.registration.RegistrationId;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The outbox keeps no address of the platform's, and nobody reads a letter without it.
@PreauTest
class OwnAddressTests {
    private final String address;
    private final LetterWriter writer;
    private final ForgettingNews records;
    private final JdbcClient db;
    private final Post post;

    @Autowired
    OwnAddressTests(
            @Value("${preau.address}") String address,
            LetterWriter writer,
            ForgettingNews records,
            Outbox outbox,
            TransactionTemplate transactions,
            JdbcClient db,
            GreenMail server) {
        this.address = address;
        this.writer = writer;
        this.records = records;
        this.db = db;
        this.post = new Post(outbox, transactions, db, server);
    }

    @Test
    void isKeptNowhereInTheOutbox() {
        var id = post.write(mail(Post.someone(), UUID.randomUUID()));

        assertThat(db.sql(
                                "select concat_ws(' ', text, html, calendar, unsubscribe) from notification.message where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(address)
                .contains(OwnAddress.MARK + "/espace");
    }

    @Test
    void isInTheLetterThatLeaves() {
        var reader = Post.someone();
        post.write(mail(reader, UUID.randomUUID()));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !post.receivedBy(reader).isEmpty());
        var whole = GreenMailUtil.getWholeMessage(post.receivedBy(reader).getFirst());
        assertThat(whole)
                .contains(address + "/espace", "List-Unsubscribe: <" + address + "/rappels>", "URL:" + address);
        assertThat(whole).doesNotContain(OwnAddress.MARK);
    }

    @Test
    void isInWhatPeopleReadOfTheirData() {
        var thing = UUID.randomUUID();
        post.write(mail(Post.someone(), thing));

        assertThat(records.about(new RegistrationId(thing)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.entries().toString())
                        .contains(address + "/espace")
                        .doesNotContain(OwnAddress.MARK));
    }

    private Mail mail(String reader, UUID thing) {
        var file = CalendarFile.folded("BEGIN:VEVENT\nURL:%s/evenements/1\nEND:VEVENT\n".formatted(address));
        var letter = Post.letter("Un lien").offers("Ouvrir", writer.at("/espace"));
        return Mail.of(Kind.ROLE, reader, letter)
                .about(thing)
                .with(new Mail.Invitation(file, CalendarFile.Method.REQUEST, UUID.randomUUID(), 1))
                .leftAt(writer.at("/rappels"));
    }
}
