package fr.preau.territory;

import java.util.List;

/// What a report tells of one kind beside its figures: how many there are, and the first of them.
record Remarks(Kind kind, int total, List<ImportReport.Refusal> first) {
    /// In the order they are read.
    enum Kind {
        CONTRADICTION(
                "Contradictions à trancher, où rien n'est changé (corrigez le fichier, ou l'établissement à la main)"),
        MOVED("Changements de département, que le numéro de l'établissement confirme"),
        DOUBTFUL("À vérifier"),
        KEPT("Corrigés à la main ou changés depuis, gardés tels quels"),
        CREATED("Créés"),
        UPDATED("Mis à jour"),
        CLOSED("Fermés"),
        MISSING("Fermés parce que le fichier ne les a plus"),
        REMOVED("Retirés de l'annuaire"),
        RESTORED("Remis comme avant");

        private final String french;

        Kind(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }

        /// What somebody has to look at; the others are samples.
        boolean isPressing() {
            return compareTo(KEPT) <= 0;
        }
    }

    int rest() {
        return total - first.size();
    }
}
