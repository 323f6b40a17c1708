package fr.preau.registration;

import fr.preau.event.PublishedSession;

/// What the form of a session is for, as its address says.
enum Desk {
    REGISTRATION("inscription"),
    WAITING("attente");

    private final String word;

    Desk(String word) {
        this.word = word;
    }

    String path(PublishedSession session) {
        return "/evenements/%s/seances/%s/%s"
                .formatted(session.event().value(), session.id().value(), word);
    }
}
