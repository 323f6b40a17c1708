package fr.preau.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Organisations and who publishes for them.
@Component
public class Organisations {
    public Optional<Organisation> find(OrganisationId id) {
        throw new IllegalStateException();
    }

    /// By id, for a list: one query.
    public Map<OrganisationId, Organisation> find(Collection<OrganisationId> ids) {
        throw new IllegalStateException();
    }

    /// The mail addresses of those who publish for it.
    public List<String> mailsOf(OrganisationId id) {
        throw new IllegalStateException();
    }
}
