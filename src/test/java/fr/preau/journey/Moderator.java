package fr.preau.journey;

/// A coordinator of the territory, who reads events before the public does.
record Moderator(Account account) {
    private Visitor reading(String title) {
        return account.visitor().open("/espace/moderation").follow(title).reads("Ce qui est proposé");
    }

    void asksForChanges(String title, String wish) {
        reading(title)
                .unfold("Demander des modifications")
                .tick("Demander des modifications")
                .pick("Raison", "des informations manquent ou ne sont pas claires")
                .type("Votre message à l'organisateur", wish)
                .press("Envoyer");
    }

    void accepts(String title, String change) {
        reading(title).reads("Ce qui change").reads(change).press("Accepter et publier");
    }
}
