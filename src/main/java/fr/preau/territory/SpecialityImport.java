package fr.preau.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Brings in which lycées teach NSI, to how many girls and boys, from the ministry's table of pupils by speciality.
///
/// Of the table only speciality 0747 is kept: nothing here asks for the others. Lines of schools that the directory
/// does not know are set aside and counted; a lycée without NSI is kept with zero, so that one that stops is seen.
@Component
class SpecialityImport implements Imports.Importer {
    private static final String NO_DIRECTORY =
            "Importez d'abord l'annuaire des établissements : sans lui, aucun lycée de ce fichier n'est reconnu.";

    private final SpecialityRepository specialities;

    SpecialityImport(SpecialityRepository specialities) {
        this.specialities = specialities;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.SPECIALITIES;
    }

    /// Without a directory every line would be a stranger's: better say so before reading any.
    @Override
    public Imports.Opened open(Imports.Request request) {
        return specialities.knowsSchools() ? openTable(request) : new Imports.Opened.Refused(NO_DIRECTORY);
    }

    private Imports.Opened openTable(Imports.Request request) {
        return switch (TableFile.open(FileKind.SPECIALITIES, request.file(), request.name())) {
            case TableFile.Refused<SpecialityColumn>(var sentence) -> new Imports.Opened.Refused(sentence);
            case TableFile.Understood<SpecialityColumn>(var file) ->
                new Imports.Opened.Ready(file.text().bytes(), (_, progress) -> bringIn(file, progress));
        };
    }

    private ImportReport bringIn(TableFile<SpecialityColumn> file, Imports.Progress progress) {
        specialities.prepare();
        var lines = new SpecialityLines(file.header());
        var tally = new Tally<>(lines, specialities::add).take(file, lines, progress);
        var repeated = specialities.takeRepeatedOut();
        var strangers = specialities.takeUnknownOut();
        var counts = specialities.apply();
        var refusals = new ArrayList<>(tally.refusals());
        Stream.concat(repeated.stream(), strangers.stream()).forEach(refusals::add);
        return new ImportReport(
                tally.rows(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                0,
                0,
                0,
                0,
                strangers.size(),
                tally.rejected() + repeated.size(),
                refusals.stream()
                        .sorted(Comparator.comparingLong(ImportReport.Refusal::line))
                        .limit(ImportReport.DETAILED)
                        .toList(),
                List.of(),
                tally.onlyFault()
                        .map(
                                "Toutes les lignes sont refusées pour une seule raison : la colonne à corriger est %s."
                                        ::formatted)
                        .orElse(""));
    }
}
