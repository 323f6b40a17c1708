package fr.preau.indicator;

import fr.preau.registration.GirlsTold;

/// One territory's figures. An event offered in several départements counts once in each territory they lie in; the
/// rest adds up.
record Counts(Offered offered, Booked booked, Taught taught) {
    /// Visits are the seats of events that come to schools: one takes a whole class.
    record Offered(int events, int seats, int seatsLeft, int visits, int visitsLeft) {}

    /// `committed` schools have the week in their programme; `schools` have a class on a seat. Pupils are those of the
    /// classes.
    record Booked(int committed, int schools, int classes, int pupils, GirlsTold told) {
        static final Booked NOTHING = new Booked(0, 0, 0, 0, GirlsTold.NOTHING);

        Booked plus(Booked other) {
            return new Booked(
                    committed + other.committed,
                    schools + other.schools,
                    classes + other.classes,
                    pupils + other.pupils,
                    told.plus(other.told));
        }
    }

    /// Lycées that teach NSI: all, those far from every event, those whose place is not known; their pupils of NSI.
    record Taught(int lycees, int far, int unplaced, int pupils, int girls) {
        static final Taught NOTHING = new Taught(0, 0, 0, 0, 0);

        Taught plus(Taught other) {
            return new Taught(
                    lycees + other.lycees,
                    far + other.far,
                    unplaced + other.unplaced,
                    pupils + other.pupils,
                    girls + other.girls);
        }
    }
}
