package fr.preau.registration;

import fr.preau.retention.Kept;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// That a digest of a network is kept with a registration, for whoever holds its link. The digest itself says nothing
/// to anybody.
@Component
@Order(5)
class NetworkRecords implements RegistrationRecords {
    private final JdbcClient jdbc;

    NetworkRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Kept> about(RegistrationId id) {
        var digests = jdbc.sql("""
                        select network from registration.registration where id = :id and network is not null
                        union
                        select network from registration.waiting where id = :id and network is not null
                        """)
                .param("id", id.value())
                .query((row, _) -> row.getString(1))
                .list();
        return digests.isEmpty()
                ? List.of()
                : List.of(new Kept(
                        "Réseau d'où la demande est venue",
                        digests.stream()
                                .map(digest -> Kept.entry(
                                        "Empreinte, propre à cette séance",
                                        digest,
                                        "Effacée",
                                        "%d jours après la séance, ou après avoir quitté la liste d'attente"
                                                .formatted(NetworkRetention.DAYS)))
                                .toList()));
    }
}
