package fr.preau.event;

import java.time.Instant;

/// What moderators decided of an event beside reading its versions. `decider` is their name that day, `authority` the
/// territory they decided for, `sentence` what they told the organiser.
record Ruling(What what, String decider, String authority, Instant at, String reason, String sentence) {
    enum What {
        REPORTS_CLOSED("signalements clos, rien à changer"),
        CANCELLED("événement annulé"),
        HANDED_OVER("événement confié à une autre organisation");

        private final String french;

        What(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }
}
