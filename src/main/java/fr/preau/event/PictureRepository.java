package fr.preau.event;

import fr.preau.web.Pictures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PictureRepository {
    private final JdbcClient database;

    PictureRepository(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, EventId event, Pictures.Kept picture, Instant now) {
        database.sql("""
                        insert into event.image (id, event_id, media_type, bytes, added_at)
                        values (:id, :event, :type, :bytes, :now)
                        on conflict (id) do nothing""")
                .param("id", id)
                .param("event", event.value())
                .param("type", picture.mediaType())
                .param("bytes", picture.bytes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Pictures.Kept> find(UUID id) {
        return database.sql("select media_type, bytes from event.image where id = :id")
                .param("id", id)
                .query((row, _) -> new Pictures.Kept(row.getString("media_type"), row.getBytes("bytes")))
                .optional();
    }
}
