package fr.preau.showcase;

/// Why moderators do not accept a project as it is: told to the teacher, with a sentence of their own.
enum ProjectReason {
    PERSON("une personne est reconnaissable ou nommée sans autorisation"),
    MISSING("des informations manquent ou ne sont pas claires"),
    IMAGE("une image ou sa description ne convient pas"),
    LINK("un lien ne convient pas"),
    RIGHTS("ce projet reprend le travail de quelqu'un sans le dire"),
    UNSUITABLE("le contenu ne convient pas à des élèves"),
    OFF_TOPIC("ce n'est pas un projet de NSI"),
    DUPLICATE("ce projet est déjà proposé"),
    OTHER("autre raison");

    private final String french;

    ProjectReason(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
