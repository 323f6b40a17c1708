package fr.preau.consultation;

import java.time.LocalDate;
import java.util.List;

/// A national consultation: what it is for (`purpose`), what is open to discussion (`opened`), what is already decided
/// (`decided`), its calendar, its themes, and the promise made to those who speak (`licence`, `publication`).
public record Consultation(
        ConsultationId id, String name, Words words, Calendar calendar, List<Theme> themes, Stage stage, int lock) {
    public Consultation {
        themes = List.copyOf(themes);
    }

    public record Words(String purpose, String opened, String decided, String licence, String publication) {}

    /// `collectsTo` is the last day of sessions and online contributions.
    public record Calendar(LocalDate startsOn, LocalDate collectsTo, LocalDate publishesOn) {}

    /// From the first idea to the archive; a pilot moves it on.
    public enum Stage {
        PREPARATION("en préparation"),
        OPEN("ouverte"),
        SYNTHESIS("en synthèse"),
        PUBLISHED("publiée"),
        FOLLOWED("suivie"),
        ARCHIVED("archivée");

        private final String french;

        Stage(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    /// What the public may read of it: everything but a draft.
    public boolean isPublic() {
        return stage != Stage.PREPARATION;
    }

    /// The theme of this code, or its code alone if it was never one.
    public Theme theme(String code) {
        return themes.stream()
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElseGet(() -> new Theme(code, code));
    }

    public String path() {
        return "/consultations/" + id.value();
    }
}
