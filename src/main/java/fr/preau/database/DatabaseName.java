package fr.preau.database;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/// Which database this is, as people are told: never with what is secret in its address.
@Component
public class DatabaseName {
    /// What stands before the host, and every option: a password is given there.
    private static final Pattern SECRETS = Pattern.compile("(?<=//)[^/@?]*@|\\?.*");

    private final ObjectProvider<EmbeddedPostgres> embedded;
    private final ObjectProvider<JdbcConnectionDetails> details;

    DatabaseName(ObjectProvider<EmbeddedPostgres> embedded, ObjectProvider<JdbcConnectionDetails> details) {
        this.embedded = embedded;
        this.details = details;
    }

    /// « jdbc:postgresql://host/preau », or « le dossier /var/lib/preau ».
    public String french() {
        return Optional.ofNullable(embedded.getIfAvailable())
                .map(server -> "le dossier " + server.home())
                .orElseGet(() -> withoutSecrets(details.getObject().getJdbcUrl()));
    }

    static String withoutSecrets(String url) {
        return SECRETS.matcher(url).replaceAll("");
    }
}
