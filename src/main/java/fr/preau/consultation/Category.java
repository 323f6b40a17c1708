package fr.preau.consultation;

/// In what quality someone takes part [EGN C2].
public enum Category {
    PUPIL("élève", "Élèves"),
    PARENT("parent", "Parents"),
    TEACHER("enseignant ou enseignante", "Enseignants"),
    MANAGEMENT("encadrement", "Encadrement"),
    AGENT("agent", "Agents"),
    LOCAL_AUTHORITY("collectivité", "Collectivités"),
    BUSINESS("entreprise", "Entreprises"),
    ASSOCIATION("association", "Associations");

    private final String french;
    private final String many;

    Category(String french, String many) {
        this.french = french;
        this.many = many;
    }

    public String french() {
        return french;
    }

    /// As a heading: « Élèves ».
    public String many() {
        return many;
    }
}
