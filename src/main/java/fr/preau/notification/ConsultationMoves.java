package fr.preau.notification;

import fr.preau.consultation.PartyTold;
import fr.preau.consultation.Session;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What moved in a session or in a workshop of it, before and now.
record ConsultationMoves(List<Move> moves) {
    ConsultationMoves {
        moves = List.copyOf(moves);
    }

    /// `of` is « de date », as in « changement de date ».
    record Move(String of, String name, String before, String now) {
        boolean isOne() {
            return !before.equals(now);
        }
    }

    static ConsultationMoves of(PartyTold news) {
        var before = news.cause().before();
        return new ConsultationMoves(before == null ? room(news) : between(before, news.session()));
    }

    /// Of those people's workshop.
    private static List<Move> room(PartyTold news) {
        var before = Objects.requireNonNull(news.cause().room());
        var now = news.people().stream()
                .filter(place -> news.cause().workshop().equals(place.workshop()))
                .findFirst();
        var moves = new ArrayList<Move>();
        moves.add(new Move(
                "de salle",
                "Salle de « %s »".formatted(news.cause().workshop()),
                before.room(),
                now.map(PartyTold.Place::room).orElse("")));
        moves.add(new Move(
                "de lien à distance",
                "Lien de « %s »".formatted(news.cause().workshop()),
                before.video(),
                now.map(PartyTold.Place::video).orElse("")));
        return moves.stream().filter(Move::isOne).toList();
    }

    private static List<Move> between(Session before, Session now) {
        return Stream.of(
                        new Move("de date", "Date", French.day(before.day()), French.day(now.day())),
                        new Move("d'horaires", "Heures", hours(before), hours(now)),
                        new Move("de lieu", "Lieu", place(before), place(now)),
                        new Move(
                                "de lien à distance",
                                "Plénière à distance",
                                before.where().video(),
                                now.where().video()),
                        new Move("de déroulé", "Déroulé", steps(before), steps(now)))
                .filter(Move::isOne)
                .toList();
    }

    private static String hours(Session session) {
        return "de %s à %s"
                .formatted(
                        French.hour(session.starts().toLocalTime()),
                        French.hour(session.ends().toLocalTime()));
    }

    private static String place(Session session) {
        return session.where().host() + ", " + session.where().place();
    }

    private static String steps(Session session) {
        return session.steps().stream()
                .map(step -> "%s %s%s"
                        .formatted(
                                French.hour(step.starts()),
                                step.title(),
                                step.room().isEmpty() ? "" : " (" + step.room() + ")"))
                .collect(Collectors.joining(" ; "));
    }

    /// « de date et de lieu ».
    String words() {
        return moves.isEmpty() ? "pratique" : moves.stream().map(Move::of).collect(Collectors.joining(" et "));
    }

    String sentence() {
        return "Changement %s : avant, %s ; maintenant, %s.".formatted(words(), said(Move::before), said(Move::now));
    }

    private String said(java.util.function.Function<Move, String> side) {
        return moves.stream().map(side).map(ConsultationMoves::orNothing).collect(Collectors.joining(", "));
    }

    private static String orNothing(String words) {
        return words.isEmpty() ? "rien d'indiqué" : words;
    }

    List<Letter.Fact> facts() {
        return moves.stream()
                .flatMap(move -> Stream.of(
                        new Letter.Fact(move.name() + ", avant", orNothing(move.before())),
                        new Letter.Fact(move.name() + ", maintenant", orNothing(move.now()))))
                .toList();
    }
}
