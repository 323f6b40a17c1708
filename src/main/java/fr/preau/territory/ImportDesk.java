package fr.preau.territory;

import fr.preau.web.Form;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/// What the pages of every kind of import have in common: a file is sent, its import followed, its report read.
@Component
class ImportDesk {
    private static final int LATEST = 20;
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final ImportRunRepository runs;

    ImportDesk(Imports imports, ImportRunRepository runs) {
        this.imports = imports;
        this.runs = runs;
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
        var run = runs.find(id).filter(found -> found.kind() == kind);
        model.addAttribute("run", run.orElseThrow(new NotFound("Cet import n'existe pas.")));
        return "territory/importRun";
    }

    private Optional<String> start(UUID id, Imports.Importer importer, Upload upload, String askedBy) {
        var file = kept(Objects.requireNonNull(upload.fichier()));
        var asked = new Imports.Request(file, upload.name(), askedBy, upload.closesMissing());
        var refusal = imports.start(id, importer, asked, () -> delete(file));
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
            var file = Files.createTempFile("preau-import", ".csv");
            upload.transferTo(file);
            return file;
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
