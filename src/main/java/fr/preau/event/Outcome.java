package fr.preau.event;

import fr.preau.web.Form;
import java.util.List;
import java.util.Locale;

/// What became of something asked of an event. Only [Done] wrote anything.
sealed interface Outcome {
    /// Written; the sentence tells the person what happened.
    record Done(String sentence) implements Outcome {}

    /// Someone else wrote, or decided, since this person's page was made.
    record Stale() implements Outcome {}

    /// Known before anything is written.
    sealed interface Refusal extends Outcome, Writes.Plan {}

    /// Not possible where the event stands.
    record Refused(String sentence) implements Refusal {}

    /// To correct, by field of the form.
    record Incomplete(List<Problem> problems) implements Refusal {}

    /// A sentence about one field of [EventForm].
    record Problem(String field, String sentence) {
        /// Said of one session: « Séance 2 : choisissez le jour. »
        static Problem ofSession(int number, String field, String sentence) {
            return new Problem(
                    "sessions[%d].%s".formatted(number, field), "Séance %d : %s".formatted(number + 1, begun(sentence)));
        }

        private static String begun(String sentence) {
            return sentence.substring(0, 1).toLowerCase(Locale.FRENCH) + sentence.substring(1);
        }

        /// Where the organiser corrects it, from the page of their event.
        String path() {
            return field.equals("picture") ? "/image" : "/modifier#" + Form.id(field);
        }
    }
}
