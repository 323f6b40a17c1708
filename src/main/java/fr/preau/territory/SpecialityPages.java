package fr.preau.territory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where pilots bring the pupils of NSI, lycée by lycée, in, see how far it is and read what it did. That nobody else
/// comes here is `account`'s to see to, since it stands above.
@Controller
@RequestMapping("/espace/administration/specialites")
class SpecialityPages {
    private final ImportDesk desk;
    private final SpecialityImport specialities;

    SpecialityPages(ImportDesk desk, SpecialityImport specialities) {
        this.desk = desk;
        this.specialities = specialities;
    }

    @GetMapping
    String form(Model model) {
        return desk.form(specialities.kind(), model);
    }

    @PostMapping
    String bring(
            @ModelAttribute("upload") ImportDesk.Upload upload,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return desk.bring(specialities, upload, request, response, model);
    }

    @GetMapping("/{id}")
    String run(@PathVariable UUID id, Model model) {
        return desk.run(specialities.kind(), id, model);
    }
}
