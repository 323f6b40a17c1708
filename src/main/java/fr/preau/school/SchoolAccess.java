package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import org.springframework.stereotype.Component;

/// Whose pages these are: a school's staff, or its head alone.
@Component
class SchoolAccess {
    private final Schools schools;
    private final Editions editions;

    SchoolAccess(Schools schools, Editions editions) {
        this.schools = schools;
        this.editions = editions;
    }

    /// A school, its edition under way, and who looks at them.
    record Desk(School school, Edition edition, Viewer viewer) {
        boolean heads() {
            return viewer.heads(school.uai());
        }

        boolean mayChange(Recommendation advice) {
            return Recommendations.isFor(viewer, school.uai(), advice);
        }

        String path() {
            return Commitment.staffPath(school.uai());
        }
    }

    School school(String uai) {
        return Uai.parse(uai)
                .flatMap(schools::find)
                .orElseThrow(new NotFound("Cet établissement n'est pas dans l'annuaire."));
    }

    /// For those who teach there or head it.
    School staffed(String uai, Viewer viewer) {
        var school = school(uai);
        Forbidden.unless(
                viewer.booksFor(school.uai()),
                "Ces pages sont celles des personnels de cet établissement. Dites dans votre espace que vous y travaillez.");
        return school;
    }

    Desk staff(String uai, Viewer viewer) {
        return new Desk(staffed(uai, viewer), edition(), viewer);
    }

    Desk head(String uai, Viewer viewer) {
        var school = school(uai);
        Forbidden.unless(viewer.heads(school.uai()), "Seule la direction de cet établissement en décide.");
        return new Desk(school, edition(), viewer);
    }

    Edition edition() {
        return editions.current().orElseThrow(new NotFound("Aucune édition n'est encore annoncée : revenez bientôt."));
    }
}
