package fr.preau.event;

import fr.preau.programme.Edition;
import java.util.List;
import java.util.stream.Stream;

/// One thing looked for in what is submitted.
interface FindingRule {
    /// What a rule may look at. `similar` are other events of the edition whose title is near.
    record Subject(EventContent content, Edition edition, List<Similar> similar) {}

    /// Another event: how near its title is (0 to 1, trigrams), whether its organisation is the same,
    /// whether everyone can see it.
    record Similar(EventId id, EventContent content, double likeness, boolean sameOrganisation, boolean published) {}

    /// Something found: the field of [EventForm] it is about, and what to say of it.
    record Spot(String field, String sentence) {}

    Stream<Spot> find(Subject subject);
}
