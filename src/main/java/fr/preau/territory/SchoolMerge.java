package fr.preau.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings a directory in, in one transaction: wholly or not at all.
@Component
class SchoolMerge {
    private static final String PLACE = "celle du département, du code postal ou de la commune";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final IncomingRepository incoming;
    private final Territories territories;
    private final Clock clock;

    SchoolMerge(IncomingRepository incoming, Territories territories, Clock clock) {
        this.incoming = incoming;
        this.territories = territories;
        this.clock = clock;
    }

    /// `run` is told when what is changed may be taken back. A dry run writes nothing.
    record Wish(@Nullable UUID run, boolean closeMissing, boolean dry) {}

    @Transactional
    public ImportReport bringIn(TableFile<SchoolColumn> file, Wish wish, Imports.Progress progress) {
        incoming.prepare();
        var header = file.header();
        var schools = new SchoolLines(header.columns(), territories, LocalDate.ofInstant(clock.instant(), PARIS));
        var repair = new CellRepair(header.columns(), header.cells(), schools);
        var tally = new Tally<>(schools, incoming::add).take(file, repair, progress);
        incoming.plan();
        return finish(tally, wish);
    }

    private ImportReport finish(Tally<SchoolLine> tally, Wish wish) {
        var counts = incoming.counts();
        var nowhere = incoming.nowhere();
        var sure = tally.rejected() == 0 && nowhere.isEmpty() && incoming.contradicted() == 0;
        var missing = wish.closeMissing() && sure ? incoming.missing() : List.<Uai>of();
        var remarks = incoming.remarks(missing);
        var note = note(tally, nowhere, counts.isEmpty() && remarks.isEmpty())
                .or(() -> wish.closeMissing() ? notClosed(sure) : Optional.empty())
                .orElse("");
        var report = report(tally, nowhere, counts, missing, remarks, note);
        if (!wish.dry()) {
            write(wish.run(), missing);
        }
        return report;
    }

    private void write(@Nullable UUID run, List<Uai> missing) {
        if (run != null) {
            incoming.remember(run, missing);
        }
        incoming.apply();
        incoming.close(missing);
        if (run != null) {
            incoming.seal(run);
        }
        incoming.refresh();
    }

    private ImportReport report(
            Tally<SchoolLine> tally,
            List<ImportReport.Refusal> nowhere,
            Map<String, Integer> counts,
            List<Uai> missing,
            List<Remarks> remarks,
            String note) {
        var rejected = tally.rejected() + nowhere.size();
        var contradicted = incoming.contradicted();
        var schools = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new ImportReport(
                tally.rows(),
                counts.getOrDefault("CREATED", 0),
                counts.getOrDefault("UPDATED", 0),
                counts.getOrDefault("UNCHANGED", 0),
                counts.getOrDefault("CLOSED", 0),
                missing.size(),
                incoming.merged(),
                tally.rows() - rejected - contradicted - schools,
                0,
                rejected,
                first(tally.refusals(), nowhere),
                remarks,
                note);
    }

    private static List<ImportReport.Refusal> first(
            List<ImportReport.Refusal> unread, List<ImportReport.Refusal> nowhere) {
        return Stream.concat(unread.stream(), nowhere.stream())
                .sorted(Comparator.comparingLong(ImportReport.Refusal::line))
                .limit(ImportReport.DETAILED)
                .toList();
    }

    /// When every line is refused for the sake of one column, that column.
    private static Optional<String> note(Tally<SchoolLine> tally, List<ImportReport.Refusal> nowhere, boolean nothing) {
        if (!nothing || tally.rows() == 0) {
            return Optional.empty();
        }
        var fault = nowhere.isEmpty()
                ? tally.onlyFault()
                : tally.rejected() == 0 ? Optional.of(PLACE) : Optional.<String>empty();
        return fault.map(column -> "Toutes les lignes sont refusées pour une seule raison : la colonne à ajouter ou à"
                + " corriger est %s.".formatted(column));
    }

    /// Why those that the file does not have stay open.
    private Optional<String> notClosed(boolean sure) {
        if (!sure) {
            return Optional.of(
                    "Rien fermé : des lignes sont refusées ou se contredisent, le fichier n'est donc pas sûr d'être complet.");
        }
        var uncovered = incoming.uncovered().stream()
                .map(kind -> "« %s » (%d sur %d connus)".formatted(kind.kind().french(), kind.named(), kind.known()))
                .collect(Collectors.joining(", "));
        return uncovered.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Rien fermé : le fichier ne couvre pas les établissements de genre %s dans les départements qu'il nomme."
                                .formatted(uncovered));
    }
}
