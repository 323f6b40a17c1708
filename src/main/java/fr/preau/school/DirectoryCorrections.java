package fr.preau.school;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Viewer;
import fr.preau.territory.School;
import fr.preau.territory.SchoolByHand;
import fr.preau.territory.SchoolsByHand;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adding and correcting schools, each act in the journal with what it does.
@Service
class DirectoryCorrections {
    private final SchoolsByHand schools;
    private final AdministrationJournal journal;

    DirectoryCorrections(SchoolsByHand schools, AdministrationJournal journal) {
        this.schools = schools;
        this.journal = journal;
    }

    /// False when the directory already has it.
    @Transactional
    public boolean add(SchoolByHand school, Viewer viewer) {
        var added = schools.add(school);
        if (added) {
            journal.write(viewer, "ajoute l'établissement", about(school), "");
        }
        return added;
    }

    /// False when there was nothing to correct.
    @Transactional
    public boolean correct(SchoolByHand school, Viewer viewer) {
        var corrected = schools.correct(school);
        if (corrected) {
            journal.write(viewer, "corrige l'établissement", about(school), "");
        }
        return corrected;
    }

    @Transactional
    public void followFiles(School school, Viewer viewer) {
        schools.followFiles(school.uai());
        journal.write(viewer, "rend à l'annuaire du ministère l'établissement", about(SchoolByHand.of(school)), "");
    }

    private static String about(SchoolByHand school) {
        return "%s, %s".formatted(school.uai(), school.name());
    }
}
