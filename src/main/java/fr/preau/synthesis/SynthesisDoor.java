package fr.preau.synthesis;

import fr.preau.account.Viewer;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.consultation.Steering;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may write which synthesis: those who steer its territory. The neighbour's is refused, and so is the level above.
@Component
class SynthesisDoor {
    private final SynthesisRepository syntheses;
    private final ItemRepository items;
    private final Consultations consultations;
    private final Steering steering;

    SynthesisDoor(SynthesisRepository syntheses, ItemRepository items, Consultations consultations, Steering steering) {
        this.syntheses = syntheses;
        this.items = items;
        this.consultations = consultations;
        this.steering = steering;
    }

    /// What every form carries: its token, and the lock of what it is about when its page was made. A form that lost
    /// its lock has seen nothing.
    record Ticket(@Nullable UUID jeton, @Nullable Integer lock) {
        private static final int NOTHING = -1;

        int seen() {
            return Objects.requireNonNullElse(lock, NOTHING);
        }

        UUID form() {
            return Objects.requireNonNullElseGet(jeton, UUID::randomUUID);
        }
    }

    Synthesis open(UUID id, Viewer viewer) {
        var synthesis = syntheses.find(new SynthesisId(id)).orElseThrow(new NotFound("Cette synthèse n'existe pas."));
        Forbidden.unless(
                steering.steers(viewer, synthesis.territory()),
                "Cette synthèse est écrite par la coordination de son territoire : %s."
                        .formatted(synthesis.territory().label()));
        return synthesis;
    }

    Item item(Synthesis synthesis, UUID id) {
        return items.find(new ItemId(id))
                .filter(item -> item.synthesis().equals(synthesis.id()))
                .orElseThrow(new NotFound("Cette contribution n'est pas de cette synthèse."));
    }

    Act act(Synthesis synthesis, Ticket ticket, Viewer viewer) {
        return new Act(synthesis.id(), ticket.form(), viewer.person());
    }

    Consultation consultation(ConsultationId id) {
        return consultations.find(id).orElseThrow(new NotFound("Cette consultation n'existe pas."));
    }

    /// Those this person may write, the widest first, then by territory and in the order of themes.
    List<Synthesis> steeredBy(Viewer viewer, Consultation consultation) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(),
                "Les synthèses sont écrites par les coordinations et le pilotage national.");
        var themes = consultation.themes().stream().map(theme -> theme.code()).toList();
        return syntheses.of(consultation.id()).stream()
                .filter(synthesis -> steering.steers(viewer, synthesis.territory()))
                .sorted(Comparator.comparing(Synthesis::level, Comparator.reverseOrder())
                        .thenComparing(synthesis -> synthesis.territory().name())
                        .thenComparingInt(synthesis -> themes.indexOf(synthesis.theme())))
                .toList();
    }

    static void pilots(Viewer viewer) {
        Forbidden.unless(viewer.isPilot(), "La publication revient au pilotage national.");
    }
}
