package fr.preau.territory;

import fr.preau.web.Form;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/// What the pages of every kind of import have in common: a file is sent, its import followed, its report read. A
/// directory is first only looked at: what it would change is carried out on a second gesture, and can be taken back.
@Component
class ImportDesk {
    private static final int LATEST = 20;
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final ImportRunRepository runs;
    private final ImportFileRepository files;
    private final SchoolUndo undo;
    private final Clock clock;

    ImportDesk(Imports imports, ImportRunRepository runs, ImportFileRepository files, SchoolUndo undo, Clock clock) {
        this.imports = imports;
        this.runs = runs;
        this.files = files;
        this.undo = undo;
        this.clock = clock;
    }

    /// What the form sends: `jeton` becomes the import's id, so that a form sent twice imports once.
    record Upload(
            @Nullable UUID jeton,
            @Nullable MultipartFile fichier,
            @Nullable Boolean fermer) {
        boolean closesMissing() {
            return Boolean.TRUE.equals(fermer);
        }

        boolean isEmpty() {
            return fichier == null || fichier.isEmpty();
        }

        String name() {
            var given = fichier == null ? null : fichier.getOriginalFilename();
            var name = Objects.requireNonNullElse(given, "fichier").replaceAll("[\\p{Cntrl}]|.*[/\\\\]", "");
            return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        }
    }

    String form(ImportKind kind, Model model) {
        return show(kind, Form.empty(), model);
    }

    String bring(
            Imports.Importer importer,
            Upload upload,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var id = Objects.requireNonNullElseGet(upload.jeton(), UUID::randomUUID);
        var there = "redirect:%s/%s".formatted(importer.kind().path(), id);
        if (runs.find(id).isPresent()) {
            return there;
        }
        var refusal = upload.isEmpty()
                ? Optional.of("Choisissez un fichier CSV.")
                : start(id, importer, upload, request.getRemoteUser());
        if (refusal.isEmpty()) {
            return there;
        }
        response.setStatus(422);
        var form = Form.filled(Map.of("fermer", upload.closesMissing())).refuse("fichier", refusal.get());
        return show(importer.kind(), form, model);
    }

    String run(ImportKind kind, UUID id, Model model) {
        var run = found(kind, id);
        var following = runs.following(id);
        model.addAttribute("run", run);
        model.addAttribute("following", following.orElse(null));
        model.addAttribute("ready", following.isEmpty() && isReady(run));
        model.addAttribute("undoable", following.isEmpty() && isUndoable(run) ? undo.reach(id) : 0);
        return "territory/importRun";
    }

    /// Carries out what a preview showed.
    String carryOut(Imports.Importer importer, UUID id, UUID token, HttpServletRequest request, Model model) {
        var preview = found(importer.kind(), id);
        var there = runs.following(id);
        if (there.isPresent()) {
            return "redirect:" + there.get().path();
        }
        var refusal = startAgain(importer, preview, token, request.getRemoteUser());
        return answer(preview, token, refusal, model);
    }

    /// Takes an import back.
    String takeBack(ImportKind kind, UUID id, UUID token, HttpServletRequest request, Model model) {
        var run = found(kind, id);
        var there = runs.following(id);
        if (there.isPresent()) {
            return "redirect:" + there.get().path();
        }
        var asked = new Imports.Request(Path.of(""), run.file(), request.getRemoteUser(), false, false, null, run.id());
        var refusal = isUndoable(run)
                ? imports.start(token, undo.of(id), asked, () -> {})
                : Optional.of("Cet import date de plus d'une semaine : il ne peut plus être repris.");
        return answer(run, token, refusal, model);
    }

    private String answer(ImportRun run, UUID token, Optional<String> refusal, Model model) {
        if (refusal.isEmpty()) {
            return "redirect:%s/%s".formatted(run.kind().path(), token);
        }
        model.addAttribute("refusal", refusal.get());
        return run(run.kind(), run.id(), model);
    }

    private ImportRun found(ImportKind kind, UUID id) {
        return runs.find(id)
                .filter(found -> found.kind() == kind)
                .orElseThrow(new NotFound("Cet import n'existe pas."));
    }

    private boolean isReady(ImportRun run) {
        return run.dry() && run.state() == ImportRun.State.DONE && files.has(run.id());
    }

    private boolean isUndoable(ImportRun run) {
        return run.state() == ImportRun.State.DONE
                && !run.dry()
                && run.undoes() == null
                && run.isRecent(clock.instant());
    }

    private Optional<String> startAgain(Imports.Importer importer, ImportRun preview, UUID token, String askedBy) {
        if (runs.changedSince(preview.startedAt())) {
            return Optional.of("L'annuaire a changé depuis cet aperçu : envoyez le fichier de nouveau.");
        }
        var file = emptyFile();
        if (!isReady(preview) || !files.restore(preview.id(), file)) {
            delete(file);
            return Optional.of("Cet aperçu date de plus d'un jour : envoyez le fichier de nouveau.");
        }
        var asked =
                new Imports.Request(file, preview.file(), askedBy, preview.closeMissing(), false, preview.id(), null);
        var refusal = imports.start(token, importer, asked, () -> {
            delete(file);
            files.forget(preview.id());
        });
        refusal.ifPresent(_ -> delete(file));
        return refusal;
    }

    private Optional<String> start(UUID id, Imports.Importer importer, Upload upload, String askedBy) {
        var file = kept(Objects.requireNonNull(upload.fichier()));
        var asked = new Imports.Request(file, upload.name(), askedBy, upload.closesMissing());
        var looking = importer.kind() == ImportKind.SCHOOLS ? asked.onlyLooking() : asked;
        var refusal = imports.start(id, importer, looking, () -> delete(file));
        refusal.ifPresent(_ -> delete(file));
        return refusal;
    }

    private String show(ImportKind kind, Form form, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("form", form);
        model.addAttribute("running", runs.running().orElse(null));
        model.addAttribute("runs", runs.latest(kind, LATEST));
        return "territory/imports";
    }

    private static Path kept(MultipartFile upload) {
        try {
            var file = emptyFile();
            upload.transferTo(file);
            return file;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path emptyFile() {
        try {
            return Files.createTempFile("preau-import", ".csv");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
