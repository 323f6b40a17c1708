package fr.preau.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings a directory in, in one transaction: wholly or not at all.
@Component
class SchoolMerge {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final IncomingRepository incoming;
    private final Territories territories;
    private final Clock clock;

    SchoolMerge(IncomingRepository incoming, Territories territories, Clock clock) {
        this.incoming = incoming;
        this.territories = territories;
        this.clock = clock;
    }

    @Transactional
    public ImportReport bringIn(TableFile<SchoolColumn> file, boolean closeMissing, Imports.Progress progress) {
        incoming.prepare();
        var header = file.header();
        var schools = new SchoolLines(header.columns(), territories, LocalDate.ofInstant(clock.instant(), PARIS));
        var repair = new CellRepair(header.columns(), header.cells(), schools);
        var tally = new Tally<>(schools, incoming::add).take(file, repair, progress);
        incoming.plan();
        return finish(tally, closeMissing);
    }

    private ImportReport finish(Tally<SchoolLine> tally, boolean closeMissing) {
        var counts = incoming.counts();
        var unsure = closeMissing && tally.rejected() > 0;
        var missing = closeMissing && !unsure ? incoming.missing() : List.<Uai>of();
        incoming.apply();
        incoming.close(missing);
        incoming.refresh();
        var schools = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new ImportReport(
                tally.rows(),
                counts.getOrDefault("CREATED", 0),
                counts.getOrDefault("UPDATED", 0),
                counts.getOrDefault("UNCHANGED", 0),
                counts.getOrDefault("CLOSED", 0),
                missing.size(),
                incoming.merged(),
                tally.rows() - tally.rejected() - schools,
                0,
                tally.rejected(),
                tally.refusals(),
                unsure ? "Des lignes sont refusées : aucun établissement absent du fichier n'a été fermé." : "");
    }
}
