package fr.preau.showcase;

/// Where the teacher and the moderators are with a project. Whether the public sees it is another question: an approved
/// version stays visible while the next one is written and read.
enum ProjectState {
    DRAFT("brouillon"),
    SUBMITTED("en attente de validation"),
    CHANGES_REQUESTED("modifications demandées"),
    PUBLISHED("publié"),
    REJECTED("refusé"),
    WITHDRAWN("retiré");

    private final String french;

    ProjectState(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
