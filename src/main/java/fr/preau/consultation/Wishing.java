package fr.preau.consultation;

import fr.preau.web.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a page that asks for wishes, or for a free seat, needs to know of its session.
record Wishing(
        Consultation consultation,
        Session session,
        List<Workshop> workshops,
        Map<WorkshopId, Integer> taken,
        Instant now) {
    /// Workshops that are held, in the organiser's order.
    List<Workshop> held() {
        return workshops.stream().filter(workshop -> !workshop.cancelled()).toList();
    }

    /// Those whose seats the verifier refused.
    List<Workshop> withheld() {
        return workshops.stream().filter(Workshop::withheld).toList();
    }

    boolean takesWishes() {
        return session.takesWishesAt(now);
    }

    boolean takesLateComers() {
        return session.takesLateComersAt(now) && !free().isEmpty();
    }

    /// Why nobody may register now, or null.
    @Nullable
    String closed() {
        if (takesWishes() || takesLateComers()) {
            return null;
        }
        return session.takesLateComersAt(now)
                ? "Tous les ateliers sont complets. Une place peut se libérer : revenez voir."
                : Outcome.closed(session, now).reason();
    }

    List<Integer> ranks() {
        return IntStream.rangeClosed(1, SaidForm.ranks(session, workshops))
                .boxed()
                .toList();
    }

    List<Choice> choices() {
        return Choice.of(held(), workshop -> workshop.id().value().toString(), Workshop::title);
    }

    /// After the draw only: seats that nobody holds are no secret any more.
    List<Workshop> free() {
        return workshops.stream()
                .filter(workshop -> workshop.held() && left(workshop) > 0)
                .toList();
    }

    int left(Workshop workshop) {
        return Math.max(0, workshop.seats() - taken.getOrDefault(workshop.id(), 0));
    }

    List<Choice> freeChoices() {
        return Choice.of(
                free(),
                workshop -> workshop.id().value().toString(),
                workshop -> "%s (%d)".formatted(workshop.title(), left(workshop)));
    }

    List<Choice> categories() {
        return Choice.of(List.of(Category.values()), Category::name, Category::french);
    }

    Workshop workshop(WorkshopId id) {
        return Objects.requireNonNull(workshops.stream()
                .filter(workshop -> workshop.id().equals(id))
                .findFirst()
                .orElse(null));
    }

    /// Gathers it.
    @Component
    static class Reader {
        private final Consultations consultations;
        private final Sessions sessions;
        private final PartyRepository parties;
        private final java.time.Clock clock;

        Reader(Consultations consultations, Sessions sessions, PartyRepository parties, java.time.Clock clock) {
            this.consultations = consultations;
            this.sessions = sessions;
            this.parties = parties;
            this.clock = clock;
        }

        Wishing of(Session session) {
            return new Wishing(
                    consultations.find(session.consultation()).orElseThrow(),
                    session,
                    sessions.workshops(session.id()),
                    parties.taken(session.id()),
                    clock.instant());
        }
    }
}
