package fr.preau.showcase;

import fr.preau.territory.School;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a project's program and video may be: public forges and video spaces that last and that pupils use, and the
/// space of the school's own académie. Elsewhere, nobody knows what a page becomes once it is published.
final class KnownSpaces {
    static final String LIST =
            "la Forge et les autres services apps.education.fr, Capytale, Basthon, GitHub, GitLab, Codeberg, Framagit, PeerTube de Framasoft, YouTube, Vimeo, Dailymotion, ou le site de votre académie";
    static final int LONGEST = 300;

    /// Each with what lies below it.
    private static final List<String> HOSTS = List.of(
            "apps.education.fr",
            "forge.aeif.fr",
            "capytale.fr",
            "capytale2.ac-paris.fr",
            "basthon.fr",
            "github.com",
            "github.io",
            "gitlab.com",
            "gitlab.io",
            "codeberg.org",
            "codeberg.page",
            "framagit.org",
            "frama.io",
            "framatube.org",
            "youtube.com",
            "youtu.be",
            "vimeo.com",
            "dailymotion.com");

    private static final Pattern ACADEMY = Pattern.compile("@(ac-[a-z-]+\\.[a-z]+)$");

    private KnownSpaces() {}

    /// What is wrong with this address, in a sentence; empty when nothing is.
    static Optional<String> problem(String href, School school) {
        var address = parse(href);
        if (href.length() > LONGEST || address.isEmpty()) {
            return Optional.of("Écrivez une adresse complète, qui commence par https://.");
        }
        var host = address.get().getHost().toLowerCase(Locale.ROOT);
        return isKnown(host, school)
                ? Optional.empty()
                : Optional.of("« %s » n'est pas un des espaces acceptés : %s.".formatted(host, LIST));
    }

    static boolean isKnown(String host, School school) {
        return HOSTS.stream().anyMatch(space -> isWithin(host, space))
                || academy(school).filter(space -> isWithin(host, space)).isPresent();
    }

    /// The académie's domain, as the school's official address tells it.
    private static Optional<String> academy(School school) {
        var mail = school.mail();
        var found = ACADEMY.matcher(mail == null ? "" : mail.toLowerCase(Locale.ROOT));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static boolean isWithin(String host, String space) {
        return host.equals(space) || host.endsWith("." + space);
    }

    /// No name, password or port before or after the host: such addresses are made to look like another's.
    private static Optional<URI> parse(String href) {
        try {
            var uri = new URI(href);
            return "https".equalsIgnoreCase(uri.getScheme())
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.getPort() == -1
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
