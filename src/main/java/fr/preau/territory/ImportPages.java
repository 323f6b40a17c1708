package fr.preau.territory;

import fr.preau.territory.SchoolImport.Request;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/// Where pilots bring the school directory in, see how far it is and read what it did. That nobody else
/// comes here is `account`'s to see to, since it stands above.
@Controller
@RequestMapping("/espace/administration/etablissements")
class ImportPages {
    private static final String HERE = "redirect:/espace/administration/etablissements/";
    private static final int LATEST = 20;
    private static final int LONGEST_NAME = 200;

    private final SchoolImport imports;
    private final ImportRunRepository runs;

    ImportPages(SchoolImport imports, ImportRunRepository runs) {
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

    @GetMapping
    String form(Model model) {
        return show(Form.empty(), model);
    }

    @PostMapping
    String bring(
            @ModelAttribute("upload") Upload upload,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var id = Objects.requireNonNullElseGet(upload.jeton(), UUID::randomUUID);
        if (runs.find(id).isPresent()) {
            return HERE + id;
        }
        var refusal = upload.isEmpty() ? "Choisissez un fichier CSV." : start(id, upload, request);
        if (refusal.isEmpty()) {
            return HERE + id;
        }
        response.setStatus(422);
        return show(Form.filled(Map.of("fermer", upload.closesMissing())).refuse("fichier", refusal), model);
    }

    @GetMapping("/{id}")
    String run(@PathVariable UUID id, Model model) {
        model.addAttribute("run", runs.find(id).orElseThrow(new NotFound("Cet import n'existe pas.")));
        return "territory/importRun";
    }

    /// The sentence that says why it did not start; empty when it did.
    private String start(UUID id, Upload upload, HttpServletRequest request) {
        var file = kept(Objects.requireNonNull(upload.fichier()));
        var asked = new Request(file, upload.name(), request.getRemoteUser(), upload.closesMissing());
        var refusal = imports.refusal(asked)
                .or(() -> imports.start(id, asked, () -> delete(file))
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(SchoolImport.BUSY));
        refusal.ifPresent(_ -> delete(file));
        return refusal.orElse("");
    }

    private String show(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("runs", runs.latest(LATEST));
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
