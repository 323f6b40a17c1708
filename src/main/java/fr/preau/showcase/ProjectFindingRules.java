package fr.preau.showcase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Every rule, in the order moderators read what they find: people first.
enum ProjectFindingRules implements ProjectFindingRule {
    SURNAME_IN_TEXT {
        @Override
        public Optional<String> find(Subject subject) {
            return subject.content().team().stream()
                    .flatMap(id -> Optional.ofNullable(subject.names().get(id)).stream())
                    .map(name -> surnameAfter(name).matcher(subject.text()))
                    .filter(found -> found.find())
                    .findFirst()
                    .map(found -> "Un nom de famille semble écrit : « %s ».".formatted(found.group()));
        }
    },
    MAIL_OR_PHONE {
        @Override
        public Optional<String> find(Subject subject) {
            var found = CONTACT.matcher(subject.text());
            return when(found.find(), "Une adresse de courrier ou un numéro de téléphone est écrit dans le texte.");
        }
    },
    IMAGE_WITHOUT_AUTHORISATION {
        @Override
        public Optional<String> find(Subject subject) {
            var missing = subject.images().stream()
                    .flatMap(image -> subject.rights().missing(image.people(), Purpose.PHOTO).stream())
                    .distinct()
                    .toList();
            return when(
                    !missing.isEmpty(),
                    "Une image montre un élève sans autorisation valable (%s) : elle restera cachée."
                            .formatted(subject.named(missing)));
        }
    },
    VIDEO_WITHOUT_AUTHORISATION {
        @Override
        public Optional<String> find(Subject subject) {
            var video = subject.content().video();
            var missing = video == null ? List.<UUID>of() : subject.rights().missing(video.people(), Purpose.VOICE);
            return when(
                    !missing.isEmpty(),
                    "On voit ou entend dans la vidéo un élève sans autorisation valable (%s) : son lien restera caché."
                            .formatted(subject.named(missing)));
        }
    },
    IMAGE_WITHOUT_WORDS {
        @Override
        public Optional<String> find(Subject subject) {
            return when(
                    subject.images().stream().anyMatch(image -> isPoor(image.alternative())),
                    "Une image n'a pas de description utile pour qui ne la voit pas.");
        }
    },
    PEOPLE_SAID_NOWHERE {
        @Override
        public Optional<String> find(Subject subject) {
            return subject.images().stream()
                    .filter(image -> !image.showsPupils()
                            && PEOPLE.matcher(image.alternative()).find())
                    .findFirst()
                    .map(image ->
                            "La description « %s » parle de personnes, mais l'image est dite sans élève reconnaissable."
                                    .formatted(image.alternative()));
        }
    },
    LINK_ELSEWHERE {
        @Override
        public Optional<String> find(Subject subject) {
            return elsewhere(subject).stream()
                    .findFirst()
                    .map(host -> "Le texte mène hors des espaces acceptés : « %s ».".formatted(host));
        }
    },
    LARGE_TEAM {
        @Override
        public Optional<String> find(Subject subject) {
            return when(
                    subject.content().team().size() > 5,
                    "L'équipe compte plus de cinq élèves, plus que les Trophées n'en veulent.");
        }
    },
    SHORT_TEXT {
        @Override
        public Optional<String> find(Subject subject) {
            return when(
                    subject.content().what().length() < 80
                            || subject.content().how().length() < 80,
                    "Le texte est très court : on ne sait guère ce que fait le projet, ou comment il a été fabriqué.");
        }
    };

    private static final Pattern CONTACT =
            Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}|(?<!\\d)(?:\\+33|0)[ .-]?[1-9](?:[ .-]?\\d{2}){4}(?!\\d)");
    private static final Pattern LINK = Pattern.compile("https?://([^/\\s:?#]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PEOPLE = Pattern.compile(
            "(?iU)\\b(?:élèves?|équipe|lycéen(?:ne)?s?|fille|garçon|jeunes?|visages?|portrait|photo de classe)\\b");
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)\\.(?:jpe?g|png|webp|gif)$|^(?:image|photo|img|capture)[ _-]?\\d*$");

    record Finding(String rule, String sentence) {}

    static List<Finding> findings(Subject subject) {
        return Arrays.stream(values())
                .flatMap(rule -> rule.find(subject).map(sentence -> new Finding(rule.name(), sentence)).stream())
                .toList();
    }

    /// A first name of the team, then a word that begins like a name: « Inès Martin », « Inès MARTIN », « Inès de la
    /// Tour ».
    private static Pattern surnameAfter(String name) {
        var first = name.replaceFirst(" \\p{Lu}\\.$", "");
        return Pattern.compile("(?<![\\p{L}-])" + Pattern.quote(first)
                + " (?:(?:de|du|des|d'|le|la|el|ben|van) ?)*\\p{Lu}[\\p{L}'’-]+");
    }

    private static boolean isPoor(String alternative) {
        return alternative.length() < 5 || FILE_NAME.matcher(alternative).find();
    }

    private static List<String> elsewhere(Subject subject) {
        var hosts = new ArrayList<String>();
        var found = LINK.matcher(subject.text());
        while (found.find()) {
            var host = found.group(1).toLowerCase(Locale.ROOT);
            if (!KnownSpaces.isKnown(host, subject.school())) {
                hosts.add(host);
            }
        }
        return hosts;
    }

    private static Optional<String> when(boolean found, String sentence) {
        return found ? Optional.of(sentence) : Optional.empty();
    }
}
