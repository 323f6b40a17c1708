package fr.preau.showcase;

/// What anyone can report of a published project.
enum ProjectReportGround {
    PERSON("on y reconnaît quelqu'un qui ne devrait pas y être"),
    UNSUITABLE("son contenu ne convient pas"),
    COPIED("il reprend le travail de quelqu'un sans le dire"),
    LINK("un lien ne marche pas ou mène ailleurs"),
    OTHER("autre chose");

    private final String french;

    ProjectReportGround(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
