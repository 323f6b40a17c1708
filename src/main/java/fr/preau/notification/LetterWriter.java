package fr.preau.notification;

import fr.preau.web.Operator;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Writes a letter out, as plain text for whoever reads without pictures and as HTML (`notification/mail.jte`).
@Component
class LetterWriter {
    private static final String RULE = "\n\n----\n";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, LetterWriter.class.getClassLoader(), "fr.preau");
    private final String address;
    private final String service;

    LetterWriter(@Value("${preau.address}") String address, Operator operator) {
        this.service = operator.serviceName();
        this.address = address.replaceAll("/+$", "");
    }

    String html(Letter letter) {
        var output = new StringOutput(4096);
        templates.render("notification/mail.jte", Map.of("letter", letter, "privacy", privacy(), "service", service), output);
        return output.toString().replace(Letter.SERVICE, HtmlUtils.htmlEscape(service, "UTF-8"));
    }

    String text(Letter letter) {
        var body = letter.parts().stream().map(LetterWriter::text).collect(Collectors.joining("\n\n"));
        return named("Bonjour,\n\n" + body + RULE + letter.why() + "\n" + letter.keeping() + "\n" + privacy() + "\n");
    }

    /// Where a page of the platform is, for someone who reads mail.
    String at(String path) {
        return address + path;
    }

    String subject(Letter letter) {
        return named(letter.subject());
    }

    private String named(String words) {
        return words.replace(Letter.SERVICE, service);
    }

    private String privacy() {
        return at("/vie-privee");
    }

    private static String text(Letter.Part part) {
        return switch (part) {
            case Letter.Paragraph(var words) -> words;
            case Letter.Facts(var facts) ->
                facts.stream().map(LetterWriter::line).collect(Collectors.joining("\n"));
            case Letter.Action(var label, var href) -> label + " :\n" + href;
            case Letter.Quote(var words) ->
                words.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        };
    }

    private static String line(Letter.Fact fact) {
        var href = fact.href();
        var shown = href == null || href.equals(fact.value()) || href.startsWith("mailto:");
        return fact.name() + " : " + (shown ? fact.value() : fact.value() + " – " + href);
    }
}
