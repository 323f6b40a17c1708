package fr.preau.attendance;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A certificate of attendance, asked for and printed from the link of a registration.
@Controller
@RequestMapping("/inscriptions/{key}/attestation")
class CertificateController {
    private final Holder.Finder holders;
    private final Certificates certificates;
    private final CertificatePages pages;

    CertificateController(Holder.Finder holders, Certificates certificates, CertificatePages pages) {
        this.holders = holders;
        this.certificates = certificates;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable String key, HttpServletResponse response, Model model) {
        var holder = holders.find(key, response);
        var right = certificates.right(holder);
        if (right instanceof Certificates.Right.Issued(var certificate, var arrival)) {
            model.addAttribute("paper", pages.of(holder, certificate, arrival));
            return "attendance/certificate";
        }
        model.addAttribute("holder", holder);
        model.addAttribute("right", right);
        return "attendance/certificateAsk";
    }

    @PostMapping
    String ask(@PathVariable String key, HttpServletResponse response, Model model) {
        var holder = holders.find(key, response);
        var right = certificates.ask(holder);
        if (right instanceof Certificates.Right.None) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("holder", holder);
            model.addAttribute("right", right);
            return "attendance/certificateAsk";
        }
        return "redirect:" + holder.registration().path() + "/attestation";
    }
}
