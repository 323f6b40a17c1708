package fr.preau.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Organisations and who publishes for them.
@Service
public class Organisations {
    private final OrganisationRepository organisations;

    Organisations(OrganisationRepository organisations) {
        this.organisations = organisations;
    }

    public Optional<Organisation> find(OrganisationId id) {
        return organisations.find(List.of(id)).stream().findFirst();
    }

    /// By id, for a list: one query.
    public Map<OrganisationId, Organisation> find(Collection<OrganisationId> ids) {
        return organisations.find(ids).stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    /// Those somebody publishes for whose name holds these words, accents and case aside; at most ten, none for no words.
    public List<Organisation> named(String words) {
        return words.isBlank() ? List.of() : organisations.named(words);
    }

    /// Those nobody publishes for any more.
    public Set<OrganisationId> abandoned() {
        return organisations.abandoned();
    }

    /// The mail addresses of those who publish for it, the oldest member first.
    public List<String> mailsOf(OrganisationId id) {
        return organisations.members(id).stream()
                .map(member -> member.person().mail())
                .toList();
    }
}
