package fr.preau.journey;

import java.time.LocalDate;

/// A member of an organisation, who offers an event and sees who comes.
record Organiser(Account account) {
    private static final String ADDRESS = "/espace/evenements";

    private Visitor visitor() {
        return account.visitor();
    }

    /// Writes an event of 40 seats in Foix, 30 of them for classes, and submits it.
    void proposes(String title, LocalDate day) {
        visitor().open(ADDRESS).follow("Proposer un événement");
        visitor()
                .type("Titre", title)
                .pick("Genre", "Atelier pratique")
                .type("Description", "On y programme un robot.");
        visitor().tick("2de").tick("Parents").tick("Tout public");
        writesThePlace();
        visitor().type("Jour", day.toString()).type("Début", "14:00").type("Fin", "16:00");
        visitor().type("Places ou visites", "40").type("Dont pour les classes", "30");
        visitor().press("Enregistrer le brouillon").reads(title);
        visitor().press("Soumettre").reads("attend d'être validé");
    }

    private void writesThePlace() {
        visitor().tick("Sur place :").unfold("Le lieu").tick("à une autre adresse");
        visitor().type("Nom du lieu", "Médiathèque").type("Adresse", "1 place de la Mairie");
        visitor().type("Code postal", "09000").type("Commune", "Foix").pick("Département", "09 Ariège");
    }

    /// Reads what the moderator asks for, corrects the description and submits again.
    void corrects(String title, String wish, String description) {
        visitor().open(ADDRESS).follow(title).reads(wish);
        visitor().follow("Compléter").type("Description", description).press("Enregistrer et soumettre");
        visitor().reads("attend d'être validé");
    }

    void seesRegistered(String title, String... words) {
        visitor().open(ADDRESS).follow(title).follow("Inscrits");
        for (var word : words) {
            visitor().reads(word);
        }
    }
}
