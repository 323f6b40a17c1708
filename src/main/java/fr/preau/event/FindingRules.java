package fr.preau.event;

import fr.preau.event.EventContent.Slot;
import fr.preau.web.French;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every rule, in the order moderators read what they find.
enum FindingRules implements FindingRule {
    OUTSIDE_THE_WEEK {
        @Override
        public Stream<Spot> find(Subject subject) {
            var week = subject.edition();
            return slots(
                    subject,
                    slot -> slot.day() != null && !week.covers(slot.day()),
                    "day",
                    "elle n'est pas dans la semaine de l'édition, " + French.days(week.firstDay(), week.lastDay())
                            + ".");
        }
    },
    NO_CAPACITY {
        @Override
        public Stream<Spot> find(Subject subject) {
            return slots(
                    subject,
                    slot -> slot.capacity() == null || slot.capacity() < 1,
                    "capacity",
                    "elle n'a pas de nombre de places.");
        }
    },
    NO_SEAT_FOR_CLASSES {
        @Override
        public Stream<Spot> find(Subject subject) {
            var content = subject.content();
            return when(
                    content.audience().stream().anyMatch(Audience::isLevel)
                            && content.format() != Format.AT_SCHOOL
                            && !content.sessions().isEmpty()
                            && content.sessions().stream().allMatch(slot -> Objects.equals(slot.classSeats(), 0)),
                    "sessions",
                    "L'événement s'adresse à des élèves, mais aucune place n'est ouverte aux classes.");
        }
    },
    PLACE_OUTSIDE_ITS_DEPARTEMENT {
        @Override
        public Stream<Spot> find(Subject subject) {
            var venue = subject.content().venue();
            return when(
                    venue != null
                            && venue.located() != null
                            && !venue.departement().isEmpty()
                            && !venue.located().equals(venue.departement()),
                    "departement",
                    "La commune du lieu n'est pas dans le département indiqué.");
        }
    },
    IMAGE_WITHOUT_WORDS {
        @Override
        public Stream<Spot> find(Subject subject) {
            var picture = subject.content().picture();
            return when(
                    picture != null
                            && (picture.alternative().length() < 5
                                    || FILE_NAME.matcher(picture.alternative()).find()),
                    "picture",
                    "L'image n'a pas de description utile pour qui ne la voit pas.");
        }
    },
    PRICE {
        @Override
        public Stream<Spot> find(Subject subject) {
            return quoted(PRICES, subject, "Un prix semble demandé");
        }
    },
    RECRUITMENT {
        @Override
        public Stream<Spot> find(Subject subject) {
            return quoted(JOBS, subject, "Cela ressemble à un recrutement");
        }
    },
    SHOP_OR_SHORT_LINK {
        @Override
        public Stream<Spot> find(Subject subject) {
            return quoted(SHOPS, subject, "Un lien mène à une boutique, une billetterie ou une adresse raccourcie");
        }
    },
    PROBABLE_DUPLICATE {
        @Override
        public Stream<Spot> find(Subject subject) {
            return subject.similar().stream()
                    .filter(other -> other.likeness() >= (other.sameOrganisation() ? .5 : .7))
                    .filter(other -> isSameDayOrPlace(subject.content(), other.content()))
                    .findFirst()
                    .map(other -> new Spot(
                            "title",
                            "Peut-être déjà proposé : « %s »%s."
                                    .formatted(
                                            other.content().title(),
                                            other.sameOrganisation() ? ", par la même organisation" : "")))
                    .stream();
        }
    },
    NIGHT_OR_SUNDAY {
        @Override
        public Stream<Spot> find(Subject subject) {
            return slots(
                    subject,
                    slot -> slot.isDated() && isUnusual(slot),
                    "day",
                    "elle a lieu un dimanche, tôt le matin ou tard le soir.");
        }
    },
    OVER_MIDNIGHT {
        @Override
        public Stream<Spot> find(Subject subject) {
            return slots(subject, Slot::isOvernight, "end", "elle finit le lendemain.");
        }
    },
    SHORT_DESCRIPTION {
        @Override
        public Stream<Spot> find(Subject subject) {
            return when(
                    subject.content().description().strip().length() < 80,
                    "description",
                    "La description est très courte : on ne sait guère ce qui se passera.");
        }
    };

    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)\\.(?:jpe?g|png|webp|gif)$|^(?:image|photo|img)[ _-]?\\d*$");

    /// « prix Turing » and « gratuit » are no price; « 0 € » neither.
    private static final Pattern PRICES =
            Pattern.compile("(?<![\\d,.])(?!0+(?:[,.]0+)? ?(?:€|euros?\\b))\\d+(?:[,.]\\d+)? ?(?:€|euros?\\b|eur\\b)"
                    + "|\\btarifs?\\b(?! (?:gratuit|nul))|\\bpayante?s?\\b|\\bprix (?:d'entree|du billet|des places|de la place|reduits?)"
                    + "|\\bfrais (?:d'inscription|de participation)|\\bparticipation aux frais|\\bbilletterie\\b");

    /// At school « CDI » is the library: only a contract counts.
    private static final Pattern JOBS = Pattern.compile(
            "\\b(?:en|un|contrat|postes?|offres?)(?: (?:de|en))? cdi\\b|\\bcdd\\b|\\balternan(?:ce|ts?|tes?)\\b|\\brecrut\\w*"
                    + "|\\bembauch\\w*|\\bstages? remuneres?|\\boffres? d'emplois?|\\bjob dating\\b|\\bpostule[rz]\\b|\\bvotre cv\\b");

    private static final Pattern SHOPS = Pattern.compile(
            "\\b(?:bit\\.ly|tinyurl\\.com|t\\.co|goo\\.gl|ow\\.ly|is\\.gd|buff\\.ly|cutt\\.ly|urlr\\.me|shorturl\\.at|rb\\.gy"
                    + "|amazon\\.\\w+|eventbrite\\.\\w+|weezevent\\.com|billetweb\\.fr|leetchi\\.com|fnac\\.com|cdiscount\\.com|etsy\\.com|ebay\\.\\w+)"
                    + "|https?://(?:shop|boutique|store)\\.|https?://\\S+/(?:boutique|shop|store)\\b");

    static List<Finding> findings(Subject subject) {
        return Arrays.stream(values())
                .flatMap(
                        rule -> rule.find(subject).map(spot -> new Finding(rule.name(), spot.field(), spot.sentence())))
                .toList();
    }

    private static Stream<Spot> when(boolean found, String field, String sentence) {
        return found ? Stream.of(new Spot(field, sentence)) : Stream.empty();
    }

    /// Each session found, by its number and its date: « Séance 2 (mardi 31 octobre 2031) : … ».
    private static Stream<Spot> slots(Subject subject, Predicate<Slot> found, String field, String sentence) {
        var all = subject.content().sessions();
        return IntStream.range(0, all.size())
                .filter(number -> found.test(all.get(number)))
                .mapToObj(number -> new Spot(
                        "sessions[%d].%s".formatted(number, field),
                        "%s : %s".formatted(named(number, all.get(number)), sentence)));
    }

    private static String named(int number, Slot slot) {
        return slot.day() == null
                ? "Séance %d".formatted(number + 1)
                : "Séance %d (%s)".formatted(number + 1, French.day(slot.day()));
    }

    /// The words found are shown, where they are: the moderator judges.
    private static Stream<Spot> quoted(Pattern pattern, Subject subject, String sentence) {
        var content = subject.content();
        return Stream.of(
                        new Spot("title", content.title()),
                        new Spot("description", content.description()),
                        new Spot("instructions", content.instructions()),
                        new Spot("link", content.link()))
                .flatMap(text -> quoted(pattern, text, sentence).stream())
                .limit(1);
    }

    private static Optional<Spot> quoted(Pattern pattern, Spot text, String sentence) {
        var found = pattern.matcher(plain(text.sentence()));
        return found.find()
                ? Optional.of(new Spot(text.field(), "%s : « %s ».".formatted(sentence, found.group())))
                : Optional.empty();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .replaceAll("[\\u00a0\\u202f]", " ")
                .toLowerCase(Locale.FRENCH);
    }

    private static boolean isUnusual(Slot slot) {
        return (slot.day() != null && slot.day().getDayOfWeek() == DayOfWeek.SUNDAY)
                || (slot.start() != null && slot.start().isBefore(LocalTime.of(7, 0)))
                || (slot.end() != null && slot.end().isAfter(LocalTime.of(22, 0)));
    }

    private static boolean isSameDayOrPlace(EventContent one, EventContent other) {
        var days = other.sessions().stream()
                .map(Slot::day)
                .filter(Objects::nonNull)
                .toList();
        return one.sessions().stream().anyMatch(slot -> slot.day() != null && days.contains(slot.day()))
                || (one.venue() != null && one.place().equals(other.place()));
    }
}
