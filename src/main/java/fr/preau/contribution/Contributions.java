package fr.preau.contribution;

import java.util.Optional;
import org.springframework.stereotype.Service;

/// What was said, as it may be read.
@Service
public class Contributions {
    /// In its latest version.
    public Optional<Contribution> find(ContributionId id) {
        return Optional.empty();
    }
}
