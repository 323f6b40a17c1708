package fr.preau.journey;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.consultation.Consultation;
import fr.preau.contribution.ContributionFixtures;
import fr.preau.synthesis.SynthesisFixtures;
import fr.preau.territory.Territories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/// From a room to the nation and back: three levels deal with what was said, one of them is contested, and whoever
/// reads follows a contribution up to a decision, and that line down to the room.
@PreauTest
@ExtendWith(Scene.Setting.class)
class SynthesisJourney {
    @Autowired
    private ContributionFixtures contributions;

    @Autowired
    private SynthesisFixtures syntheses;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Test
    void goesUpThreeLevelsAndIsFollowedBothWays(Scene scene) {
        var ariege = territories.departement("09").orElseThrow();
        var held = contributions.held("09");
        var consultation = held.consultation();
        var said = contributions.published(held, "Un ordinateur pour chaque élève.", "La cantine est bonne.");

        var departement = writer(scene, people.coordinator(ariege), consultation, "Ariège (09)");
        departement.follow(said.getFirst().reference());
        departement.reads("2 reçues, 0 traitée");
        departement.type("Le nouvel énoncé dit", "Prêter un ordinateur à qui n'en a pas.");
        departement.press("Reprendre").reads("1 traitée");
        departement.follow("À traiter").follow(said.getLast().reference());
        departement.unfold("Mettre de côté").pick("Raison", "hors du sujet de la consultation");
        departement.type("Expliquez en une phrase", "La cantine n'est pas le numérique.");
        departement.press("Mettre de côté").reads("2 traitées");
        departement.follow("À traiter").press("Soumettre la synthèse").press("Continuer");
        departement.press("Valider la synthèse").reads("Synthèse validée");

        var academie = writer(scene, people.coordinator(ariege.academie()), consultation, "académie de Toulouse");
        academie.follow("E-").unfold("Mettre de côté").pick("Raison", "hors du sujet de la consultation");
        academie.type("Expliquez en une phrase", "Le prêt relève des collectivités.");
        academie.press("Mettre de côté").follow("À traiter").press("Soumettre la synthèse");
        academie.type("Nombre de jours", "1").press("Continuer").reads("ouverte aux objections");
        departement.follow("Ce qu'elle devient").reads("Le prêt relève des collectivités.");
        departement.unfold("Faire une objection").type("Pourquoi", "L'État prête déjà des ordinateurs.");
        departement.press("Déposer l'objection").reads("L'État prête déjà");
        academie.follow("À traiter").press("Rouvrir la synthèse");
        academie.pick("Montrer", "Toutes").press("Afficher").follow("E-").press("Remettre à traiter");
        academie.type("Le nouvel énoncé dit", "Prêter un ordinateur à chaque élève qui en manque.");
        academie.press("Reprendre").follow("À traiter").press("Soumettre la synthèse");
        academie.press("Continuer").follow("Objections").tick("Ce qui a été fait est corrigé");
        academie.type("Réponse", "C'est juste : l'énoncé est repris.").press("Répondre");
        syntheses.passContest(consultation.id());
        academie.follow("À traiter").press("Valider la synthèse").reads("Synthèse validée");

        var nation = writer(scene, people.pilot(), consultation, "France");
        nation.follow("E-").type("Le nouvel énoncé dit", "Aucun élève sans ordinateur.");
        nation.press("Reprendre")
                .follow("À traiter")
                .press("Soumettre la synthèse")
                .press("Continuer");
        syntheses.passContest(consultation.id());
        nation.follow("À traiter").press("Valider la synthèse").reads("Synthèse validée");
        nation.follow("Mes synthèses").press("Publier ce qui est validé").reads("Publication 1");

        followed(scene, consultation, said.getFirst().path());
        contest(scene, consultation);
    }

    /// Someone opens the synthesis of their territory from their own desk.
    private static Visitor writer(Scene scene, SignedIn who, Consultation consultation, String territory) {
        var desk = scene.visitor(who);
        desk.open(
                "/espace/consultations/%s/syntheses".formatted(consultation.id().value()));
        return desk.reads(territory).follow("Un égal accès");
    }

    /// Up from the contribution, then down from the national statement, without scripts on a narrow screen.
    private static void followed(Scene scene, Consultation consultation, String contribution) {
        var reader = scene.visitor(Way.NO_SCRIPT, Screen.NARROW).open(contribution);
        reader.reads("Prêter un ordinateur à qui n'en a pas.").follow("Prêter un ordinateur à qui n'en a pas.");
        reader.follow("Prêter un ordinateur à chaque élève qui en manque.");
        reader.follow("Aucun élève sans ordinateur.").reads("Ce qu'il est devenu");

        reader.open(consultation.path()).follow("Les synthèses").reads("Aucun élève sans ordinateur.");
        reader.pick("Territoire", "France").press("Afficher").follow("D'où il vient");
        reader.follow("Énoncé").reads("académie de Toulouse").follow("Énoncé").reads("Ariège");
        reader.follow("Contribution C-").reads("Un ordinateur pour chaque élève.");
    }

    /// What was set aside says why, and how it was contested.
    private static void contest(Scene scene, Consultation consultation) {
        var reader = scene.visitor(Way.KEYBOARD, Screen.PHONE).open(consultation.path() + "/syntheses");
        reader.follow("Publication 1").follow("1 mises de côté").reads("La cantine n'est pas le numérique.");
    }
}
