package fr.preau.attendance;

import fr.preau.web.Form;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Anyone who holds a certificate may check it: what it is for, and whether it is good. Never whose it is.
@Controller
class VerificationController {
    private final CertificateRepository certificates;
    private final CertificatePages pages;

    VerificationController(CertificateRepository certificates, CertificatePages pages) {
        this.certificates = certificates;
        this.pages = pages;
    }

    @GetMapping("/attestations")
    String ask(@RequestParam(required = false) String code, HttpServletResponse response, Model model) {
        var typed = code == null ? "" : code;
        var read = HumanCode.parse(typed, Certificate.SIGNS);
        if (read.isPresent()) {
            return "redirect:/attestations/" + read.get().shown();
        }
        var form = Form.filled(Map.of("code", typed));
        if (code != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form.refuse("code", "Ce code n'est pas celui d'une attestation : un signe est mal lu ou manque.");
        }
        model.addAttribute("form", form);
        return "attendance/verify";
    }

    @GetMapping("/attestations/{code}")
    String check(@PathVariable String code, HttpServletResponse response, Model model) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        var checked = HumanCode.parse(code, Certificate.SIGNS)
                .flatMap(certificates::find)
                .flatMap(pages::check)
                .orElseThrow(
                        new NotFound(
                                "Aucune attestation n'a ce code. Vérifiez chaque signe ; une attestation de plus de trois ans n'est plus vérifiable."));
        model.addAttribute("checked", checked);
        return "attendance/verified";
    }
}
