package fr.preau.school;

import fr.preau.programme.EditionId;
import fr.preau.programme.EditionUse;
import fr.preau.web.French;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Schools that took part in an edition, were it for a day, keep it.
@Component
class EditionSchools implements EditionUse {
    private final CommitmentRepository commitments;

    EditionSchools(CommitmentRepository commitments) {
        this.commitments = commitments;
    }

    @Override
    public Optional<String> of(EditionId edition) {
        var count = commitments.countIn(edition);
        return count == 0
                ? Optional.empty()
                : Optional.of(French.count(
                        count, "établissement engagé, ou qui l'a été", "établissements engagés, ou qui l'ont été"));
    }
}
