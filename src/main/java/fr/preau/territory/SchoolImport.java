package fr.preau.territory;

import org.springframework.stereotype.Component;

/// Brings the ministry's directory of schools in, from a CSV of either open data set or of their other years.
///
/// Files are read by their headers; what spreadsheets do to numbers is undone (`docs/decisions/032`). A bad line is
/// refused with its reason and stops nothing; a file that is no
/// directory is refused whole before anything is written; an import cut short leaves the directory as it was. A school
/// closes when its line says so; one that merely is absent stays open unless `closeMissing` is asked, and then only
/// among the kinds the file covers (eight in ten of those known) in the départements it names, and only if no line was
/// refused. What a file does not say (its columns) is kept from earlier ones, and what a person corrected by hand
/// always.
@Component
class SchoolImport implements Imports.Importer {
    private final SchoolMerge merge;

    SchoolImport(SchoolMerge merge) {
        this.merge = merge;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.SCHOOLS;
    }

    @Override
    public Imports.Opened open(Imports.Request request) {
        return switch (TableFile.open(FileKind.DIRECTORY, request.file(), request.name())) {
            case TableFile.Refused<SchoolColumn>(var sentence) -> new Imports.Opened.Refused(sentence);
            case TableFile.Understood<SchoolColumn>(var file) ->
                new Imports.Opened.Ready(
                        file.text().bytes(),
                        (run, progress) -> merge.bringIn(
                                file, new SchoolMerge.Wish(run, request.closeMissing(), request.dry()), progress));
        };
    }
}
