package fr.preau.contribution;

import java.util.List;

/// These may be read by everyone from now on, and the syntheses of their territory have them to deal with.
public record ContributionsPublished(List<Contribution> contributions) {
    public ContributionsPublished {
        contributions = List.copyOf(contributions);
    }
}
