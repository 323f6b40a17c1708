package fr.preau.event;

import fr.preau.programme.Edition;
import java.util.List;
import java.util.Optional;

/// One thing looked for in what is submitted.
interface FindingRule {
    /// What a rule may look at. `similar` are other events of the edition whose title is near.
    record Subject(EventContent content, Edition edition, List<Similar> similar) {}

    /// Another event: how near its title is (0 to 1, trigrams), whether its organisation is the same.
    record Similar(EventId id, EventContent content, double likeness, boolean sameOrganisation) {}

    /// The sentence for the moderator, when the rule finds something.
    Optional<String> find(Subject subject);
}
