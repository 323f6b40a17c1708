package fr.preau.registration;

import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;

/// New numbers and needs for a class; `girls` null in the headcount leaves what was said.
record ClassChange(Registrant.Headcount headcount, String needs) {
    /// A class counts one visit where the organiser comes to it, a seat a head elsewhere.
    static int seats(Registrant.Headcount headcount, PublishedEvent event) {
        return event.format() == Format.AT_SCHOOL ? 1 : headcount.people();
    }
}
