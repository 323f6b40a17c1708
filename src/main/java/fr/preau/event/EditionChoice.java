package fr.preau.event;

import fr.preau.event.Outcome.Problem;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import fr.preau.programme.Editions;
import fr.preau.web.Typed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The edition an event is proposed for: the one whose week comes next, or another when several take proposals.
@Component
class EditionChoice {
    private final Editions editions;

    EditionChoice(Editions editions) {
        this.editions = editions;
    }

    /// For a new event, the one it is for when nobody chooses first.
    List<Edition> offered() {
        return editions.proposable();
    }

    /// Its own first; what was published stays in its own.
    List<Edition> offered(Standing standing) {
        var own = editions.find(standing.event().edition()).stream().toList();
        return standing.approved() != null
                ? own
                : Stream.concat(own.stream(), offered().stream()).distinct().toList();
    }

    /// The one chosen, or the first when the form says nothing; empty when one cannot propose for it.
    Optional<Edition> chosen(EventForm form, List<Edition> offered) {
        var typed = form.text("edition");
        return typed.isEmpty() ? offered.stream().findFirst() : named(typed, offered);
    }

    private Optional<Edition> named(String typed, List<Edition> offered) {
        return Typed.uuid(typed)
                .map(EditionId::new)
                .flatMap(id -> offered.stream()
                        .filter(edition -> edition.id().equals(id))
                        .findFirst()
                        .or(() -> editions.proposable(id)));
    }

    /// What is to correct about it.
    List<Problem> problems(EventForm form, List<Edition> offered) {
        return form.text("edition").isEmpty() || chosen(form, offered).isPresent()
                ? List.of()
                : List.of(new Problem(
                        "edition", "Cette édition ne reçoit pas de propositions : choisissez-en une de la liste."));
    }
}
