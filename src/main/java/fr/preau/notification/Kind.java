package fr.preau.notification;

/// What a message is for, and how soon it should leave.
enum Kind {
    SIGN_IN("Lien de connexion", Priority.AWAITED),
    STAFF_CONFIRMATION("Confirmation par l'établissement", Priority.ORDINARY),
    INVITATION("Invitation", Priority.ORDINARY),
    ROLE("Changement de rôle", Priority.ORDINARY),
    ACCOUNT("Adresse ou fin d'un compte", Priority.ORDINARY),
    CHANGES_REQUESTED("Événement à revoir", Priority.ORDINARY),
    EVENT_REJECTED("Événement refusé", Priority.ORDINARY),
    EVENT_CANCELLED("Événement annulé par la modération", Priority.ORDINARY),
    EVENT_OFFERED("Événement confié à d'autres", Priority.ORDINARY),
    EVENT_PUBLISHED("Événement publié", Priority.ORDINARY),
    PROJECT_SUBMITTED("Projet reçu", Priority.ORDINARY),
    PROJECT_SENT_BACK("Projet à revoir", Priority.ORDINARY),
    PROJECT_REJECTED("Projet refusé", Priority.ORDINARY),
    PROJECT_PUBLISHED("Projet publié", Priority.ORDINARY),
    PROJECT_ATTACHED("Projet montré à un événement", Priority.ORDINARY),
    AUTHORISATION_WITHDRAWN("Autorisation retirée", Priority.ORDINARY),
    AUTHORISATION_ENDING("Autorisation qui se termine", Priority.ORDINARY),
    MODERATION_DIGEST("Point du matin", Priority.BULK),
    REGISTRATION_CONFIRMED("Confirmation d'inscription", Priority.AWAITED),
    REGISTRATION_CHANGED("Inscription modifiée", Priority.ORDINARY),
    REGISTRATION_CANCELLED("Inscription annulée", Priority.ORDINARY),
    REGISTRATION_ADDRESS("Adresse d'une inscription", Priority.AWAITED),
    WAITING_JOINED("Liste d'attente", Priority.ORDINARY),
    SEATS_OFFERED("Place proposée", Priority.AWAITED),
    WAITING_MOVED("Changement de ce qui est attendu", Priority.ORDINARY),
    WAITING_ENDED("Fin d'une liste d'attente", Priority.ORDINARY),
    REGISTRATION_LINKS("Liens des inscriptions", Priority.AWAITED),
    ORGANISER_MESSAGE("Message d'un organisateur", Priority.BULK),
    NEEDS_ANSWERED("Réponse à des besoins d'accueil", Priority.ORDINARY),
    REMINDER("Rappel", Priority.BULK),
    ORGANISER_REMINDER("Rappel à l'organisateur", Priority.BULK),
    WISHES_RECEIVED("Vœux reçus", Priority.AWAITED),
    CONSULTATION("Place dans une consultation", Priority.ORDINARY),
    THANKS("Merci d'être venus", Priority.BULK);

    /// In the order of the wait: a sign-in link never stands behind a letter to 500 people.
    enum Priority {
        AWAITED(0),
        ORDINARY(1),
        BULK(2);

        private final int rank;

        Priority(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }

    private final String french;
    private final Priority priority;

    Kind(String french, Priority priority) {
        this.french = french;
        this.priority = priority;
    }

    String french() {
        return french;
    }

    Priority priority() {
        return priority;
    }
}
