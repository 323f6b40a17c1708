package fr.preau.showcase;

import fr.preau.programme.EditionId;
import fr.preau.programme.EditionUse;
import fr.preau.web.French;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Projects keep the edition they were begun for.
@Component
class EditionProjects implements EditionUse {
    private final ProjectRepository projects;

    EditionProjects(ProjectRepository projects) {
        this.projects = projects;
    }

    @Override
    public Optional<String> of(EditionId edition) {
        var count = projects.countIn(edition);
        return count == 0
                ? Optional.empty()
                : Optional.of(French.count(count, "projet de la vitrine", "projets de la vitrine"));
    }
}
