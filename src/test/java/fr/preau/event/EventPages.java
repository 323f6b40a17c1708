package fr.preau.event;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.account.SignedIn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Opens pages and sends their forms as a browser without JavaScript does: every field of the form goes back, with
/// what the test types over it.
@Component
class EventPages {
    private final org.springframework.beans.factory.ObjectProvider<MockMvcTester> mvc;

    EventPages(org.springframework.beans.factory.ObjectProvider<MockMvcTester> mvc) {
        this.mvc = mvc;
    }

    MvcTestResult open(String address, SignedIn person) {
        return mvc.getObject().get().uri(address).with(person).exchange();
    }

    Document page(String address, SignedIn person) {
        return read(open(address, person));
    }

    static Document read(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Sends fields to an address; a token is made up unless given.
    MvcTestResult post(String address, SignedIn person, Map<String, String> fields) {
        var request = mvc.getObject().post().uri(address).with(person).with(csrf());
        if (!fields.containsKey("jeton")) {
            request = request.param("jeton", UUID.randomUUID().toString());
        }
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    /// Presses a button of the page's form that posts to `action`, with `typed` over what its fields hold.
    MvcTestResult send(Document page, String action, SignedIn person, Map<String, String> typed) {
        var form = page.selectFirst("form[action='%s']".formatted(action));
        if (form == null) {
            throw new AssertionError("no form to " + action + " on " + page.title());
        }
        var request = mvc.getObject().post().uri(action).with(person).with(csrf());
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden], input:not([type]), input[type=text], input[type=date], input[type=time],"
                        + " input[type=email], input[type=url], textarea, select")
                .forEach(field -> fields.put(field.attr("name"), value(field)));
        fields.remove("_csrf");
        form.select("input[type=radio][checked]").forEach(field -> fields.put(field.attr("name"), field.val()));
        for (var box : form.select("input[type=checkbox][checked]")) {
            if (!typed.containsKey(box.attr("name"))) {
                request = request.param(box.attr("name"), box.val());
            }
        }
        fields.putAll(typed);
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private static String value(org.jsoup.nodes.Element field) {
        if (!field.normalName().equals("select")) {
            return field.val();
        }
        var chosen = field.selectFirst("option[selected]");
        return chosen == null ? "" : chosen.val();
    }
}
