package fr.preau.event;

import fr.preau.account.Viewer;

/// A moderator about to decide: what they write with, who they are, for which territory they decide (`authority`), and
/// the reports they had read.
record Moderating(Writing writing, Viewer viewer, String authority, ReportMark seen) {
    EventId event() {
        return writing.event();
    }

    String decider() {
        return writing.decider();
    }
}
