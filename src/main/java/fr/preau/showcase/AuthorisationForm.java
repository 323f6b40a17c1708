package fr.preau.showcase;

import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the paper says, as the teacher types it.
record AuthorisationForm(
        @Nullable String eleve,
        @Nullable String objet,
        @Nullable String nom,
        @Nullable String donneur,
        @Nullable String signature,
        @Nullable String fin) {
    private static final int SURNAME = 60;

    Form shown() {
        return Form.filled(Map.of(
                "eleve", line(eleve),
                "objet", line(objet),
                "nom", line(nom),
                "donneur", line(donneur),
                "signature", line(signature),
                "fin", line(fin)));
    }

    /// Empty when something is to correct, which is then said at its field of `form`.
    Optional<Authorisation> read(Form form, UUID id, Project project, List<Member> team, LocalDate today) {
        var member = team.stream()
                .filter(one -> one.id().toString().equals(line(eleve)))
                .findFirst();
        var purpose = Typed.constant(Purpose.class, line(objet));
        var giver = Typed.constant(Giver.class, line(donneur));
        var given = Typed.day(line(signature)).filter(day -> !day.isAfter(today));
        var until = Typed.day(line(fin)).filter(day -> !day.isBefore(today) && !day.isAfter(project.namesUntil()));
        need(form, member, "eleve", "Choisissez l'élève.");
        need(form, purpose, "objet", "Dites ce que l'autorisation permet de montrer.");
        need(form, giver, "donneur", "Dites qui a signé.");
        need(form, given, "signature", "Écrivez le jour de la signature, aujourd'hui au plus tard.");
        need(
                form,
                until,
                "fin",
                "Écrivez le dernier jour, entre aujourd'hui et le %s au plus tard."
                        .formatted(French.day(project.namesUntil())));
        var surname = surname(form, purpose);
        return form.hasErrors()
                ? Optional.empty()
                : Optional.of(new Authorisation(
                        id,
                        project.id(),
                        member.orElseThrow().id(),
                        purpose.orElseThrow(),
                        surname,
                        giver.orElseThrow(),
                        given.orElseThrow(),
                        until.orElseThrow(),
                        null,
                        null));
    }

    /// Asked for one purpose only, and kept for it only.
    private @Nullable String surname(Form form, Optional<Purpose> purpose) {
        var typed = line(nom);
        if (purpose.isEmpty()) {
            return null;
        }
        if (purpose.get() != Purpose.SURNAME) {
            if (!typed.isEmpty()) {
                form.refuse(
                        "nom", "Le nom de famille n'est demandé que pour l'autorisation de le montrer : effacez-le.");
            }
            return null;
        }
        if (!typed.matches("[\\p{L}\\p{M} '’-]{1,%d}".formatted(SURNAME))) {
            form.refuse("nom", "Écrivez le nom de famille à montrer, en lettres.");
        }
        return typed;
    }

    private static void need(Form form, Optional<?> value, String field, String sentence) {
        if (value.isEmpty()) {
            form.refuse(field, sentence);
        }
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : Typed.line(typed);
    }
}
