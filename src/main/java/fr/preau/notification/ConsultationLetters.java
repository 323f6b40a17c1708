package fr.preau.notification;

import fr.preau.consultation.PartyTold;
import fr.preau.consultation.PartyTold.Place;
import fr.preau.consultation.PartyTold.What;
import fr.preau.consultation.Session;
import fr.preau.web.French;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What those who take part in a consultation are written: the subject and the first line say who and what
/// changed, the rest what is true now.
final class ConsultationLetters {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PartyTold news;
    private final Session session;

    private ConsultationLetters(PartyTold news) {
        this.news = news;
        session = news.session();
    }

    /// Without its link, nor why one receives it.
    static Letter of(PartyTold news) {
        var letters = new ConsultationLetters(news);
        return Letter.titled(letters.subject() + " : " + news.session().title())
                .says(letters.sentence())
                .facts(letters.facts())
                .quotes(
                        "Consignes pratiques :",
                        letters.somebodyComes() ? news.session().where().instructions() : "");
    }

    /// The same facts, for a calendar.
    static String description(PartyTold news) {
        return new ConsultationLetters(news)
                .facts().stream()
                        .map(fact -> fact.name() + " : " + fact.value())
                        .collect(Collectors.joining("\n"));
    }

    static String action(PartyTold news) {
        return switch (news.what()) {
            case SEATED, GAINED, RESEATED -> "Voir ma place, et pourquoi";
            case GIVEN -> "Garder ou rendre la place";
            case DROPPED -> "Changer mes vœux";
            case RECEIVED, ADDED, KNOWN, REWISHED, CHANGED, TAKEN, LEFT, ERASED, MOVED, ANNOUNCED, CANCELLED ->
                "Ouvrir mon inscription";
        };
    }

    private boolean somebodyComes() {
        return news.what() != What.CANCELLED
                && news.what() != What.KNOWN
                && !news.people().isEmpty();
    }

    private boolean seated() {
        return session.state() == Session.State.SEATED;
    }

    /// One person, on their own behalf as far as anybody knows.
    private boolean alone() {
        return Stream.concat(news.people().stream(), news.whom().stream())
                        .map(Place::code)
                        .distinct()
                        .count()
                <= 1;
    }

    /// « Lucas et Élève 3 », « 12 personnes ».
    private String whom() {
        var labels = news.whom().stream().map(Place::label).toList();
        return switch (labels.size()) {
            case 1 -> labels.getFirst();
            case 2, 3 -> String.join(", ", labels.subList(0, labels.size() - 1)) + " et " + labels.getLast();
            default -> French.count(labels.size(), "personne", "personnes");
        };
    }

    private String subject() {
        return switch (news.what()) {
            case RECEIVED -> seated() ? "Votre place est réservée" : "Vos vœux sont reçus";
            case ADDED ->
                seated()
                        ? French.count(news.people().size(), "place est réservée", "places sont réservées")
                        : "Les vœux de %s sont reçus"
                                .formatted(French.count(news.people().size(), "personne", "personnes"));
            case KNOWN -> "Votre lien d'inscription";
            case REWISHED -> alone() ? "Vos vœux ont changé" : "Les vœux ont changé pour " + whom();
            case CHANGED -> alone() ? "Votre inscription a changé" : "L'inscription a changé pour " + whom();
            case SEATED -> seatedSubject();
            case GAINED ->
                (hadSeat() ? "Une place que vous préfériez" : "Une place de vos vœux s'est libérée") + forWhom();
            case GIVEN -> "Une place s'est libérée ailleurs, la voulez-vous ?";
            case TAKEN -> (hadSeat() ? "Vous changez d'atelier" : "Votre place est réservée") + forWhom();
            case DROPPED, RESEATED ->
                "Atelier annulé, « %s »".formatted(news.cause().workshop());
            case LEFT -> leftSubject();
            case ERASED -> "Vous ne venez plus, tout est effacé";
            case MOVED -> "Changement " + moves().words();
            case ANNOUNCED -> "Changement du tirage au sort";
            case CANCELLED -> "Session annulée";
        };
    }

    private String forWhom() {
        return alone() ? "" : ", pour " + whom();
    }

    private boolean hadSeat() {
        return news.whom().stream().anyMatch(place -> place.before() != null);
    }

    private String seatedSubject() {
        var people = news.people();
        var with = people.stream().filter(place -> place.workshop() != null).count();
        if (with == people.size()) {
            return people.size() == 1 ? "Votre atelier" : "Vos ateliers";
        }
        if (with > 0) {
            return "Vos ateliers, et %s sans place"
                    .formatted(French.count(people.size() - with, "personne", "personnes"));
        }
        return people.stream().allMatch(Place::awaits)
                ? "Votre place sera donnée plus tard"
                : "Aucune place dans vos vœux";
    }

    private String leftSubject() {
        return alone()
                ? "Vous ne venez plus"
                : whom() + (news.whom().size() == 1 ? " ne vient plus" : " ne viennent plus");
    }

    private String sentence() {
        return switch (news.what()) {
            case RECEIVED, ADDED -> received();
            case KNOWN ->
                "Quelqu'un, sans doute vous, a de nouveau donné cette adresse. Elle était déjà inscrite : rien n'a changé. Le lien de votre inscription permet de changer vos vœux, d'ajouter une personne ou de ne plus venir.";
            case REWISHED ->
                (alone() ? "Vos vœux ont changé. " : "Les vœux ont changé pour " + whom() + ". ") + until();
            case CHANGED ->
                (alone() ? "Votre inscription a changé" : "L'inscription a changé pour " + whom())
                        + " : le nom, la qualité ou ce qu'il faut pour participer. Voici ce qu'il en est maintenant.";
            case SEATED -> seatedSentence();
            case GAINED -> gained();
            case GIVEN -> given();
            case TAKEN -> taken();
            case DROPPED -> dropped();
            case RESEATED -> reseated();
            case LEFT -> left();
            case ERASED ->
                "Vous ne venez plus. Vos places sont rendues ; votre adresse, les noms, les besoins et votre lien sont effacés. Ce message est le dernier.";
            case MOVED -> moves().sentence();
            case ANNOUNCED -> announced();
            case CANCELLED -> "Cette session n'aura pas lieu" + because() + " Vous n'avez rien à faire.";
        };
    }

    private String received() {
        if (!seated()) {
            return "Vos vœux sont enregistrés. " + until();
        }
        return alone()
                ? "Votre place est réservée. Gardez ce lien : il ouvre votre inscription, sans compte."
                : "Les places sont réservées. Gardez ce lien : il ouvre votre inscription, sans compte.";
    }

    private String until() {
        return "Vous pouvez les changer jusqu'au %s ; un message vous dira ensuite l'atelier retenu."
                .formatted(French.moment(session.joining().closesAt().atZone(session.zone())));
    }

    private String seatedSentence() {
        return news.people().stream().anyMatch(place -> place.workshop() != null)
                ? "Les places sont attribuées. Le lien ci-dessous dit aussi pourquoi, et comment le vérifier vous-même."
                : "Les places sont attribuées, et vous n'en avez pas encore. Le lien ci-dessous dit pourquoi, et s'il en reste ailleurs.";
    }

    private String gained() {
        var seats = news.whom().stream()
                .map(place -> "%s« %s »%s"
                        .formatted(
                                alone() ? "" : place.label() + " : ",
                                place.workshop(),
                                place.before() == null ? "" : " au lieu de « %s »".formatted(place.before())))
                .collect(Collectors.joining(" ; "));
        return hadSeat()
                ? "Une place s'est libérée, et vous la préfériez à la vôtre : elle est à vous (%s). Personne n'y perd."
                        .formatted(seats)
                : "Une place s'est libérée dans un atelier de vos vœux : elle est à vous (%s). Personne n'y perd."
                        .formatted(seats);
    }

    private String given() {
        var seats = news.whom().stream()
                .map(place -> (alone() ? "" : place.label() + ", ") + "« %s »".formatted(place.workshop()))
                .collect(Collectors.joining(" ; "));
        return "Vous n'aviez pas de place. Une place s'est libérée dans un atelier que vous n'aviez pas demandé (%s), et la règle de cette session complète les listes : elle vous est gardée. Si vous n'en voulez pas, rendez-la par le lien ci-dessous (« Ne plus venir ») : elle ira à quelqu'un d'autre."
                .formatted(seats);
    }

    private String taken() {
        var place = news.whom().getFirst();
        var who = alone() ? "Votre place est" : "La place de " + place.label() + " est";
        return place.before() == null
                ? who + " réservée dans « %s ».".formatted(place.workshop())
                : who
                        + " maintenant dans « %s ». Celle de « %s » est rendue."
                                .formatted(place.workshop(), place.before());
    }

    private String dropped() {
        return "L'atelier « %s », %s, n'aura pas lieu%s Les vœux suivants remontent d'un rang. %s"
                .formatted(
                        news.cause().workshop(),
                        alone() ? "que vous aviez classé" : "classé par " + whom(),
                        because(),
                        until());
    }

    private String reseated() {
        return "L'atelier « %s », où %s une place, n'aura pas lieu%s Voici ce que les autres vœux ont pu donner ; s'il n'y a rien, le lien montre les places libres."
                .formatted(
                        news.cause().workshop(),
                        alone() ? "vous aviez" : whom() + (news.whom().size() == 1 ? " avait" : " avaient"),
                        because());
    }

    private String because() {
        var reason = news.cause().reason();
        return reason.isEmpty() ? "." : ". La raison donnée : « %s ».".formatted(reason);
    }

    private String left() {
        var who = alone() ? "Vous ne venez plus. " : leftSubject() + ". ";
        var seats = news.whom().stream()
                .map(Place::before)
                .filter(Objects::nonNull)
                .map("« %s »"::formatted)
                .collect(Collectors.joining(", "));
        if (seats.isEmpty()) {
            return who + (alone() ? "Vos vœux sont retirés." : "Ses vœux sont retirés.");
        }
        return who + (alone() ? "Votre place est rendue (%s)." : "Sa place est rendue (%s).").formatted(seats);
    }

    private String announced() {
        return Objects.requireNonNull(news.cause().before())
                        .drawing()
                        .source()
                        .equals(session.drawing().source())
                ? "Ce qui remplacerait la valeur du tirage, si elle n'était jamais publiée, est maintenant annoncé. Le reste ne change pas."
                : "Le tirage au sort se fera avec une autre valeur publique, connue plus tard. La fin des vœux et la règle ne changent pas.";
    }

    private ConsultationMoves moves() {
        return ConsultationMoves.of(news);
    }

    private List<Letter.Fact> facts() {
        var facts = new ArrayList<Letter.Fact>();
        if (news.what() == What.MOVED) {
            facts.addAll(moves().facts());
        }
        if (news.what() == What.ANNOUNCED) {
            facts.add(new Letter.Fact(
                    "Avant", value(Objects.requireNonNull(news.cause().before()))));
            facts.add(new Letter.Fact("Maintenant", value(session)));
        }
        facts.add(new Letter.Fact("Quand", when()));
        facts.add(new Letter.Fact(
                "Où", session.where().host() + ", " + session.where().place()));
        if (somebodyComes()) {
            addVideo(facts);
            news.people().forEach(place -> facts.addAll(person(place)));
        }
        if (news.what() == What.LEFT) {
            news.whom().forEach(place -> facts.add(new Letter.Fact("Ne vient plus", place.label())));
        }
        return facts;
    }

    /// With its clock where the reader's may be another.
    private String when() {
        var span = French.span(session.starts(), session.ends());
        return session.zone().equals(PARIS)
                ? span
                : span + " (heure locale : %s)".formatted(session.territory().name());
    }

    private static String value(Session session) {
        var drawing = session.drawing();
        var fallback = drawing.fallback();
        return "%s, connu le %s%s"
                .formatted(
                        drawing.source(),
                        French.moment(drawing.at().atZone(session.zone())),
                        fallback.isEmpty() ? "" : " ; à défaut : " + fallback);
    }

    private void addVideo(List<Letter.Fact> facts) {
        var video = session.where().video();
        if (!video.isEmpty()) {
            facts.add(new Letter.Fact("Plénière à distance", video, video));
        }
    }

    private List<Letter.Fact> person(Place place) {
        var facts = new ArrayList<Letter.Fact>();
        var what = seated() ? seat(place) : wishes(place);
        facts.add(
                new Letter.Fact(French.sentence(place.label()), what + " ; code à dire à l'accueil : " + place.code()));
        if (!place.video().isEmpty()) {
            facts.add(new Letter.Fact("À distance", place.video(), place.video()));
        }
        return facts;
    }

    private static String wishes(Place place) {
        return IntStream.range(0, place.wishes().size())
                .mapToObj(
                        rank -> "vœu %d, %s".formatted(rank + 1, place.wishes().get(rank)))
                .collect(Collectors.joining(" ; "));
    }

    private static String seat(Place place) {
        if (place.workshop() == null) {
            return place.awaits()
                    ? "pas encore de place : le contrôle indépendant a retenu le calcul de ces ateliers. Il sera refait avec les mêmes vœux et le même tirage, et un message vous dira le résultat"
                    : "aucun de ces vœux n'avait de place ; le lien montre s'il en reste ailleurs";
        }
        var rank = place.rank();
        var how = rank == null
                ? place.wishes().isEmpty() ? "une place libre" : "une place libre, hors de vos vœux"
                : rank == 1
                        ? "votre premier vœu"
                        : "votre vœu numéro %d sur %d"
                                .formatted(rank, Math.max(rank, place.wishes().size()));
        return place.workshop() + (place.room().isEmpty() ? "" : ", " + place.room()) + " (" + how + ")";
    }
}
