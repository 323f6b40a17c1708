package fr.preau.consultation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person of a party: in what quality, what they wish, where they sit.
///
/// `lock` grows with what is written of them. `rank` counts from 1; it is null without a seat, or in a workshop
/// that was not asked for; a seat `chosen` among the free ones, after the draw, is theirs whatever comes free.
/// `pseudonym` stands for them in the published record of this session's draw.
record Participant(
        UUID id,
        UUID party,
        String pseudonym,
        String called,
        Category category,
        List<WorkshopId> wishes,
        @Nullable WorkshopId seat,
        @Nullable Integer rank,
        boolean chosen,
        boolean withdrawn,
        String needs,
        int lock) {
    Participant {
        wishes = List.copyOf(wishes);
    }

    /// Who has just come: no seat yet.
    static Participant fresh(UUID party, String pseudonym, Parties.Said said) {
        return new Participant(
                UUID.randomUUID(),
                party,
                pseudonym,
                said.called(),
                said.category(),
                said.wishes(),
                null,
                null,
                false,
                false,
                said.needs(),
                0);
    }

    /// The same person, who says otherwise what they want.
    Participant saying(Parties.Said said) {
        return new Participant(
                id,
                party,
                pseudonym,
                said.called(),
                said.category(),
                said.wishes(),
                seat,
                rank,
                chosen,
                withdrawn,
                said.needs(),
                lock);
    }

    /// What to call them on their own page: « Élève 3 », or their quality.
    String label() {
        return called.isEmpty() ? category.french() : called;
    }

    /// The same person, wishing for none of these any more.
    Participant without(java.util.Set<WorkshopId> cancelled) {
        var left = wishes.stream().filter(wish -> !cancelled.contains(wish)).toList();
        return new Participant(
                id, party, pseudonym, called, category, left, seat, rank, chosen, withdrawn, needs, lock);
    }

    /// Which of their wishes this is, from 1; null when they had not asked for it.
    @Nullable
    Integer rankOf(WorkshopId workshop) {
        var place = wishes.indexOf(workshop);
        return place < 0 ? null : place + 1;
    }

    /// Whether the draw of their workshops is withheld: they are told of a seat later.
    boolean awaits(Collection<Workshop> workshops) {
        return stands()
                && seat == null
                && workshops.stream().anyMatch(workshop -> workshop.withheld() && wishes.contains(workshop.id()));
    }

    boolean stands() {
        return !withdrawn;
    }
}
