package fr.preau.territory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where pilots bring the school directory in, see how far it is and read what it did. That nobody else comes here is
/// `account`'s to see to, since it stands above.
@Controller
@RequestMapping("/espace/administration/etablissements")
class ImportPages {
    private final ImportDesk desk;
    private final SchoolImport schools;

    ImportPages(ImportDesk desk, SchoolImport schools) {
        this.desk = desk;
        this.schools = schools;
    }

    @GetMapping
    String form(Model model) {
        return desk.form(schools.kind(), model);
    }

    @PostMapping
    String bring(
            @ModelAttribute("upload") ImportDesk.Upload upload,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return desk.bring(schools, upload, request, response, model);
    }

    @GetMapping("/{id}")
    String run(@PathVariable UUID id, Model model) {
        return desk.run(schools.kind(), id, model);
    }

    @PostMapping("/{id}/import")
    String carryOut(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID jeton,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answered(desk.carryOut(schools, id, token(jeton), request, model), response);
    }

    @PostMapping("/{id}/retour")
    String takeBack(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID jeton,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answered(desk.takeBack(schools.kind(), id, token(jeton), request, model), response);
    }

    private static UUID token(@Nullable UUID sent) {
        return Objects.requireNonNullElseGet(sent, UUID::randomUUID);
    }

    /// A page that comes back says why nothing was done.
    private static String answered(String view, HttpServletResponse response) {
        if (!view.startsWith("redirect:")) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return view;
    }
}
