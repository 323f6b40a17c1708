package fr.preau.territory;

import fr.preau.web.French;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import, under way or over. `askedBy` is empty when it was asked on the command line; `report` is
/// there once it is done, without its refusals; `sentence` says what went wrong. A dry one only looked; `preview` is
/// the dry one it carries out, `undoes` the one it takes back.
record ImportRun(
        UUID id,
        ImportKind kind,
        String file,
        String askedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        State state,
        long bytesRead,
        long bytes,
        ImportReport report,
        String sentence,
        boolean closeMissing,
        boolean dry,
        @Nullable UUID preview,
        @Nullable UUID undoes) {
    static final Duration TAKEN_BACK_WITHIN = Duration.ofDays(7);

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    static ImportRun begun(UUID id, ImportKind kind, Imports.Request request, Instant now, long bytes) {
        var empty = new ImportReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), "");
        return new ImportRun(
                id,
                kind,
                request.name(),
                request.askedBy(),
                now,
                null,
                State.RUNNING,
                0,
                bytes,
                empty,
                "",
                request.closeMissing(),
                request.dry(),
                request.preview(),
                request.undoes());
    }

    /// Whether what it changed may still be taken back, as far as its age tells.
    boolean isRecent(Instant now) {
        return endedAt != null && endedAt.plus(TAKEN_BACK_WITHIN).isAfter(now);
    }

    String path() {
        return kind.path() + "/" + id;
    }

    /// « mercredi 3 décembre 2025 à 14 h 30 », at the hour of Paris, where pilots are.
    String when() {
        var then = startedAt.atZone(ZoneId.of("Europe/Paris"));
        return "%s à %s".formatted(French.day(then.toLocalDate()), French.hour(then.toLocalTime()));
    }

    String summary() {
        return switch (state) {
            case RUNNING -> "En cours";
            case FAILED -> "Échec, rien n'a changé";
            case DONE ->
                (dry ? "Aperçu" : undoes != null ? "Retour en arrière" : "Terminé")
                        + counted(report.rejected(), "ligne refusée", "lignes refusées")
                        + counted(report.contradicted(), "contradiction", "contradictions")
                        + counted(report.unknown(), "établissement inconnu", "établissements inconnus");
        };
    }

    private static String counted(int number, String one, String many) {
        return number == 0 ? "" : ", " + French.count(number, one, many);
    }

    int percent() {
        return bytes == 0 ? 0 : (int) Math.min(100, bytesRead * 100 / bytes);
    }
}
