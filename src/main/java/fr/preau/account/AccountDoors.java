package fr.preau.account;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What accounts themselves let a person do. The doors of the school directory and of what is kept are
/// here too: they lie below accounts and do not know who is a pilot.
@Component
@Order(900)
class AccountDoors implements Doors {
    private static final Door ORGANISATIONS = new Door(
            "/espace/organisations",
            "Mes organisations",
            "Les membres, l'adresse, le site de chaque organisation pour laquelle vous publiez.");
    private static final Door SCHOOLS = new Door(
            "/espace/etablissements", "Mes établissements", "Où vous travaillez, et ce qui attend une réponse.");
    private static final Door REQUESTS = new Door(
            "/espace/administration/demandes",
            "Demandes des personnels",
            "Confirmer qui enseigne dans un établissement ou le dirige.");
    private static final Door ROLES =
            new Door("/espace/administration/roles", "Rôles", "Inviter à coordonner un territoire, retirer un rôle.");
    private static final Door JOURNAL = new Door(
            "/espace/administration/journal",
            "Journal",
            "Qui a fait quoi : les rôles, et les autres actes d'administration.");
    private static final Door DIRECTORY = new Door(
            "/espace/administration/etablissements",
            "Annuaire des établissements",
            "Importer les fichiers officiels de l'annuaire.");
    private static final Door SPECIALITIES = new Door(
            "/espace/administration/specialites",
            "Effectifs de NSI",
            "Importer le fichier officiel des élèves par spécialité.");

    private static final Door CONSERVATION = new Door(
            "/espace/administration/conservation",
            "Conservation des données",
            "Ce qui est promis, ce qui est à effacer, ce que les dernières nuits ont effacé.");

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        var doors = new ArrayList<Door>();
        if (!viewer.organisations().isEmpty()) {
            doors.add(ORGANISATIONS);
        }
        if (!viewer.schools().isEmpty()) {
            doors.add(SCHOOLS);
        }
        if (viewer.isPilot() || viewer.isCoordinator() || !viewer.headed().isEmpty()) {
            doors.add(REQUESTS);
        }
        if (viewer.isPilot() || viewer.isCoordinator()) {
            doors.add(ROLES);
        }
        if (viewer.isPilot()) {
            doors.add(JOURNAL);
            doors.add(DIRECTORY);
            doors.add(SPECIALITIES);
            doors.add(CONSERVATION);
        }
        return doors;
    }
}
