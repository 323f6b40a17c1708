package fr.preau.consultation;

import fr.preau.web.Fields;
import fr.preau.web.Typed;

/// What is asked of whoever cancels a session or a workshop: why, for those who are told; and the version they
/// read, so that they know what they cancel.
final class Cancelling {
    static final String CHANGED =
            "Quelqu'un d'autre vient de la changer. Voici ce qu'il en est maintenant : confirmez encore si vous le voulez toujours.";

    private Cancelling() {}

    /// Nothing to say of what nobody has seen.
    static String reason(Fields fields, Session session) {
        if (session.state() == Session.State.DRAFT) {
            return "";
        }
        var reason = fields.required("motif", 300, "Dites pourquoi : les personnes inscrites le liront.");
        return Typed.line(reason);
    }

    static int lock(Fields fields) {
        return Typed.number(fields.line("lock", 10)).orElse(-1);
    }
}
