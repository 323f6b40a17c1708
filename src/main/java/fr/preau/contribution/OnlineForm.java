package fr.preau.contribution;

import fr.preau.account.MailAddress;
import fr.preau.consultation.Consultation;
import fr.preau.contribution.Contribution.Room;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Choice;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What someone who could not come wants to say: territory, theme, nature, text. No name, no address.
final class OnlineForm {
    private final Fields fields;
    private final Consultation consultation;

    /// What was said, understood; `mail` is null for who leaves none.
    record Said(
            Territory territory,
            String theme,
            Filing.Line line,
            @Nullable String mail) {
        boolean isWhat(Contribution there) {
            return there.territory().equals(territory)
                    && there.theme().equals(theme)
                    && there.nature() == line.nature()
                    && there.text().equals(line.text());
        }
    }

    OnlineForm(Map<String, String> typed, Consultation consultation) {
        fields = new Fields(typed);
        this.consultation = consultation;
    }

    Form form() {
        return fields.form();
    }

    boolean asks(String action) {
        return action.equals(fields.raw("action"));
    }

    /// Whether « voir aussi » was switched off.
    boolean looksAlone() {
        return looksAlone(fields);
    }

    static boolean looksAlone(Fields fields) {
        return "non".equals(fields.raw("proches"));
    }

    Optional<Said> read(Territories territories) {
        var territory = territories
                .find(fields.raw("territoire"))
                .filter(found -> found.level() == Territory.Level.DEPARTEMENT);
        if (territory.isEmpty()) {
            fields.form().refuse("territoire", "Choisissez le département dont vous parlez.");
        }
        var theme = consultation.themes().stream()
                .filter(one -> one.code().equals(fields.raw("theme")))
                .findFirst();
        if (theme.isEmpty()) {
            fields.form().refuse("theme", "Choisissez un des thèmes de la consultation.");
        }
        var nature = fields.required("nature", Nature.class, "Dites de quelle nature c'est.");
        var text = fields.required("texte", LineForm.TEXT, "Écrivez votre contribution.");
        var mail = mail();
        return fields.hasErrors()
                ? Optional.empty()
                : Optional.of(new Said(
                        territory.orElseThrow(),
                        theme.orElseThrow().code(),
                        new Filing.Line(nature.orElseThrow(), text, Room.UNCOUNTED),
                        mail));
    }

    private @Nullable String mail() {
        var typed = fields.line("courriel", MailAddress.MAX_LENGTH);
        if (typed.isEmpty()) {
            return null;
        }
        var mail = MailAddress.parse(typed);
        if (mail.isEmpty()) {
            fields.form().refuse("courriel", "Cette adresse n'est pas complète. Écrivez-la comme prenom@exemple.fr.");
        }
        return mail.map(MailAddress::value).orElse(null);
    }

    static List<Choice> natures() {
        return Choice.of(List.of(Nature.values()), Nature::name, Nature::french);
    }

    static List<Choice> themes(Consultation consultation) {
        return Choice.of(consultation.themes(), theme -> theme.code(), theme -> theme.name());
    }

    static List<Choice> departements(Territories territories) {
        return Choice.of(
                territories.departements(),
                one -> one.territory().key(),
                one -> one.territory().label());
    }
}
