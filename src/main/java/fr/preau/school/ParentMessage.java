package fr.preau.school;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/// What the school may send to families, ready: to copy, or to open in one's own mail.
record ParentMessage(String subject, String text) {
    /// The longest address that every mail program takes from a link.
    private static final int ADDRESS = 1900;
    private static final int EVENTS = 8;

    /// As many events as a mail's link can carry, eight at most. `address` is where families read the programme.
    static ParentMessage of(Programme programme, String address, Instant now) {
        var announced = programme.announced(now);
        for (var count = Math.min(EVENTS, announced.size()); count > 0; count--) {
            var message = of(programme, address, lines(announced, count, now));
            if (message.mailto().length() <= ADDRESS) {
                return message;
            }
        }
        return of(programme, address, "");
    }

    /// Opens a mail without addressee: the school knows whom to send it to.
    String mailto() {
        return "mailto:?subject=%s&body=%s".formatted(encoded(subject), encoded(text.replace("\n", "\r\n")));
    }

    private static ParentMessage of(Programme programme, String address, String lines) {
        var school = programme.school();
        var edition = programme.edition();
        var text = """
                Madame, Monsieur,

                Notre établissement (%s) prend part à « %s », %s : des rencontres gratuites avec celles et ceux qui font le numérique.
                %s
                Tout le programme, les lieux et les horaires : %s

                Parlez-en avec votre enfant. Certains événements accueillent aussi les familles.

                La direction""".formatted(school.label(), edition.name(), programme.days(), lines, address);
        return new ParentMessage("%s : le programme de l'établissement".formatted(edition.name()), text);
    }

    private static String lines(List<ProgrammeEntry> announced, int count, Instant now) {
        var lines = announced.stream()
                .limit(count)
                .map(entry -> "- %s : %s%s\n"
                        .formatted(
                                entry.shortDate(),
                                entry.event().title(),
                                entry.welcomesFamilies(now) ? " (ouvert aux familles)" : ""))
                .collect(Collectors.joining());
        var more = announced.size() > count ? "- et d'autres encore\n" : "";
        return "\nAu programme :\n" + lines + more;
    }

    private static String encoded(String words) {
        return UriUtils.encode(words, StandardCharsets.UTF_8);
    }
}
