package fr.preau.attendance;

import fr.preau.registration.GirlsTold;

/// A session in numbers. Girls are told only in sums large enough to point at nobody (decision 14 of the design:
/// 11 of 3 classes at least).
///
/// `girlsClasses`, `girlsPupils` and `girls` are those of the classes that were counted with their girls.
record HeadCount(Registered registered, Present present, int walkIns, int girlsClasses, int girlsPupils, int girls) {
    record Registered(int registrations, int pupils, int adults) {
        int people() {
            return pupils + adults;
        }
    }

    record Present(int registrations, int pupils, int adults) {
        int people() {
            return pupils + adults;
        }
    }

    /// Everyone who came, announced or not.
    int came() {
        return present.people() + walkIns;
    }

    int missing() {
        return registered.registrations() - present.registrations();
    }

    boolean tellsGirls() {
        return new GirlsTold(girlsClasses, girlsPupils, girls).isSafe();
    }

    /// In percent, rounded.
    int girlsShare() {
        return Math.round(100f * girls / girlsPupils);
    }
}
