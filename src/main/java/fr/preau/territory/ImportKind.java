package fr.preau.territory;

/// What can be brought in from a file, and the words of its pages.
enum ImportKind {
    SCHOOLS(
            "etablissements",
            "Importer les établissements",
            "Mettez à jour l'annuaire des collèges et des lycées avec un fichier CSV publié par le ministère.",
            "« Annuaire de l'éducation » ou « Adresse et géolocalisation des établissements », de n'importe quelle année.",
            "L'annuaire est à jour"),
    SPECIALITIES(
            "specialites",
            "Importer les effectifs de NSI",
            "Dites quels lycées enseignent la spécialité NSI, avec combien de filles et de garçons, d'après un fichier CSV publié par le ministère.",
            "« Effectifs d'élèves en première par spécialité », de n'importe quelle année. Seules les colonnes 0747 (NSI) sont gardées.",
            "Les effectifs de NSI sont à jour");

    private final String path;
    private final String title;
    private final String lead;
    private final String hint;
    private final String done;

    ImportKind(String path, String title, String lead, String hint, String done) {
        this.path = path;
        this.title = title;
        this.lead = lead;
        this.hint = hint;
        this.done = done;
    }

    String path() {
        return "/espace/administration/" + path;
    }

    String title() {
        return title;
    }

    String lead() {
        return lead;
    }

    String hint() {
        return hint;
    }

    String done() {
        return done;
    }
}
