package fr.preau.journey;

import com.microsoft.playwright.Page;

/// Someone who looks for an event near a school and takes seats: a pupil, a parent, or a teacher for a class.
record Registrant(Visitor visitor, Letters letters, String mail) {
    /// Finds the event near the school of this name, and opens its page.
    Registrant finds(String title, String school) {
        visitor.open("/evenements")
                .type("Mots", title)
                .choose("Près d'un établissement", school, school)
                .search("Chercher");
        visitor.follow(title).reads(title);
        return this;
    }

    /// What the event's page says of its seats.
    String seats() {
        return visitor.page().locator(".seats").first().innerText();
    }

    Registrant registersAsPupil(String firstName) {
        visitor.follow("Je suis élève").type("Prénom", firstName).pick("Niveau", "2de");
        visitor.type("Adresse de courriel", mail).press("S'inscrire").reads("Regardez vos courriels");
        visitor.open(letters.link(mail, "/inscriptions/")).reads("La place est réservée");
        return this;
    }

    Registrant registersAsParent(String firstName, int people) {
        visitor.follow("Je suis parent ou adulte").type("Votre prénom", firstName);
        visitor.type("Votre adresse de courriel", mail).type("Combien de personnes", String.valueOf(people));
        visitor.press("S'inscrire").reads("Regardez vos courriels");
        visitor.open(letters.link(mail, "/inscriptions/"))
                .reads(people == 1 ? "La place est réservée" : "Les %d places sont réservées".formatted(people));
        return this;
    }

    /// Signs in on the way, as the page asks.
    Registrant registersAClass(String school, String name, int pupils) {
        visitor.follow("J'inscris une classe").follow("Se connecter");
        new Account(visitor, letters, mail).askForALink();
        visitor.pick("Établissement", school).type("Nom de la classe", name).pick("Niveau", "2de");
        visitor.type("Nombre d'élèves", String.valueOf(pupils)).type("Nombre d'adultes", "2");
        visitor.press("Inscrire la classe").reads("places sont réservées");
        return this;
    }

    /// Opens the link of the mail and gives the seats back.
    void cancels() {
        visitor.open(letters.link(mail, "/inscriptions/")).reads("Votre inscription");
        visitor.follow("Annuler l'inscription")
                .press("Oui, annuler l'inscription")
                .reads("Inscription annulée");
    }

    Page page() {
        return visitor.page();
    }
}
