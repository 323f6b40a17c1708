package fr.preau.registration;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Fills the registration form in, and sends it.
record RegistrationForms(MockMvcTester mvc) {
    static final RequestPostProcessor NOBODY = request -> request;

    static String[] pupil(String name, String level, String school, String mail) {
        return new String[] {
            "comme", "eleve", "prenom", name, "niveau", level, "etablissement", school, "courriel", mail
        };
    }

    static String[] schoolClass(String uai, String pupils) {
        return new String[] {
            "comme",
            "classe",
            "etablissement",
            uai,
            "classe",
            "2de 4",
            "niveau",
            "SECONDE",
            "effectif.eleves",
            pupils,
            "effectif.filles",
            "",
            "effectif.accompagnateurs",
            "2",
            "effectif.besoins",
            "Un fauteuil"
        };
    }

    MvcTestResult post(Ground.Sitting sitting, RequestPostProcessor who, String... fields) {
        return postTo(sitting.path(), who, fields);
    }

    MvcTestResult postTo(String path, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(path).with(csrf()).with(who);
        var token = Map.of("jeton", UUID.randomUUID().toString());
        var typed = new LinkedHashMap<String, String>(token);
        for (var at = 0; at < fields.length; at += 2) {
            typed.put(fields[at], fields[at + 1]);
        }
        typed.forEach((name, value) -> request.param(name, value));
        return request.exchange();
    }

    static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
