package fr.preau.territory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Takes an import of the directory back: schools it changed are as before, those it created leave. What was corrected
/// or imported again since stays as it is, and so does a new school that something already refers to; both are listed.
@Component
class SchoolUndo {
    private final UndoRepository changes;
    private final IncomingRepository incoming;
    private final List<SchoolReferences> references;

    SchoolUndo(UndoRepository changes, IncomingRepository incoming, List<SchoolReferences> references) {
        this.changes = changes;
        this.incoming = incoming;
        this.references = references;
    }

    /// How many schools it would be about; none once a week has passed.
    int reach(UUID run) {
        return changes.count(run);
    }

    /// What takes this run back, to be carried out like an import.
    Imports.Importer of(UUID run) {
        return new Imports.Importer() {
            @Override
            public ImportKind kind() {
                return ImportKind.SCHOOLS;
            }

            @Override
            public Imports.Opened open(Imports.Request request) {
                return changes.count(run) == 0
                        ? new Imports.Opened.Refused(
                                "Cet import ne peut plus être repris : il n'a rien changé, ou date de plus d'une semaine.")
                        : new Imports.Opened.Ready(0, (_, _) -> takeBack(run));
            }
        };
    }

    private ImportReport takeBack(UUID run) {
        var rows = changes.count(run);
        var changed = changes.takeChangedOut(run);
        var used = changes.takeOut(run, referenced(changes.created(run)));
        var removed = changes.remove(run);
        var restored = changes.restore(run);
        changes.forget(run);
        incoming.refresh();
        var kept = Stream.concat(changed.stream(), used.stream()).toList();
        return new ImportReport(
                rows,
                0,
                restored.size(),
                kept.size(),
                removed.size(),
                0,
                0,
                0,
                0,
                0,
                List.of(),
                Stream.of(
                                remarks(Remarks.Kind.KEPT, kept),
                                remarks(Remarks.Kind.REMOVED, removed),
                                remarks(Remarks.Kind.RESTORED, restored))
                        .filter(remarks -> remarks.total() > 0)
                        .toList(),
                "");
    }

    private Set<Uai> referenced(List<Uai> created) {
        return references.stream()
                .flatMap(reference -> reference.among(created).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Remarks remarks(Remarks.Kind kind, List<String> sentences) {
        return new Remarks(
                kind,
                sentences.size(),
                sentences.stream()
                        .limit(ImportReport.DETAILED)
                        .map(sentence -> new ImportReport.Refusal(0, sentence))
                        .toList());
    }
}
