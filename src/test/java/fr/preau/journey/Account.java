package fr.preau.journey;

/// Someone who signs in with the link their mailbox receives.
record Account(Visitor visitor, Letters letters, String mail) {
    Account signIn() {
        visitor.open("/connexion");
        return askForALink();
    }

    /// From the page that asks to sign in; comes back to where it was asked.
    Account askForALink() {
        visitor.type("Votre adresse de courriel", mail)
                .press("Recevoir le lien")
                .reads("Regardez votre courriel");
        visitor.open(letters.link(mail, "/connexion/lien")).reads(mail).press("Me connecter");
        return this;
    }
}
