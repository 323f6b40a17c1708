package fr.preau.school;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.Person;
import fr.preau.account.Viewer;
import fr.preau.account.Viewers;
import fr.preau.database.Demonstration;
import fr.preau.database.DemonstrationFile;
import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.NearbyEvents;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.registration.RegistrationId;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A school that takes part: its head committed, its teacher advises, the programme is published, and the record holds
/// two years. Others committed only.
@Component
@Profile("demonstration")
@Order(70)
class DemonstrationSchoolLife implements Demonstration {
    private static final List<String> SENTENCES = List.of(
            "Pour celles et ceux qui se demandent à quoi servent les maths : on y programme un vrai robot.",
            "Les intervenantes répondent à toutes les questions, même sur les études.",
            "",
            "Accessible sans rien savoir d'avance ; venez avec vos parents.",
            "À voir avant de choisir ses spécialités de première.");
    private static final List<String> CLASSES = List.of("2de 1", "2de 3", "1re NSI", "Terminale NSI");
    private static final List<String> KEPT = List.of(
            "La classe a retenu qu'une ingénieure passe plus de temps à discuter qu'à coder.",
            "",
            "Question restée ouverte : qui décide de ce qu'un algorithme a le droit de faire ?");

    private static final List<String> CALLINGS =
            List.of("ingénieure en robotique", "administrateur système", "chercheuse en informatique");
    private static final int MEETINGS = 56;

    private final Commitments commitments;
    private final Recommendations recommendations;
    private final OrientationRepository record;
    private final NearbyEvents nearby;
    private final Editions editions;
    private final Schools schools;
    private final Accounts accounts;
    private final Viewers viewers;
    private final Clock clock;

    DemonstrationSchoolLife(
            Commitments commitments,
            Recommendations recommendations,
            OrientationRepository record,
            NearbyEvents nearby,
            Editions editions,
            Schools schools,
            Accounts accounts,
            Viewers viewers,
            Clock clock) {
        this.commitments = commitments;
        this.recommendations = recommendations;
        this.record = record;
        this.nearby = nearby;
        this.editions = editions;
        this.schools = schools;
        this.accounts = accounts;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void play(LocalDate monday) {
        var head = viewer("direction");
        var school = schools.find(head.headed().iterator().next()).orElseThrow();
        var edition = editions.all().stream()
                .filter(one -> one.firstDay().equals(monday))
                .findFirst()
                .orElseThrow();
        commitments.commit(edition.id(), school.uai(), head);
        advise(edition, school);
        publish(edition, school, head);
        remember(school.uai(), monday);
        commitOthers(edition, school, head);
    }

    private void advise(Edition edition, School school) {
        var teacher = viewer("enseignant");
        var found =
                nearby.find(new NearbyEvents.Asked(edition.id(), school, ""), 1).events();
        for (var i = 0; i < Math.min(SENTENCES.size(), found.size()); i++) {
            recommendations.write(edition.id(), school.uai(), found.get(i).id(), SENTENCES.get(i), teacher);
        }
    }

    private void publish(Edition edition, School school, Viewer head) {
        commitments
                .find(edition.id(), school.uai())
                .filter(commitment -> !commitment.isPublished())
                .ifPresent(commitment -> commitments.publish(commitment, Visibility.PUBLIC, clock.instant(), head));
    }

    /// Last year and the one before, as attendance would have written them.
    private void remember(Uai school, LocalDate monday) {
        var events = DemonstrationFile.rows("events.csv");
        var organisers = DemonstrationFile.rows("organisations.csv").stream()
                .collect(Collectors.toMap(row -> row.get("key"), row -> row.get("name")));
        for (var number = 0; number < MEETINGS; number++) {
            var row = events.get(number % events.size());
            var day = monday.minusYears(1 + number % 2).plusDays(number % 4);
            var line = line(school, number, met(row, organisers.getOrDefault(row.get("organisation"), ""), day));
            record.write(line);
            if (record.find(school, line.registration()).orElseThrow().version() == 0) {
                record.keep(school, line.registration(), KEPT.get(number % KEPT.size()), 0);
            }
        }
    }

    private static OrientationLine line(Uai school, int number, OrientationLine.Met met) {
        var name = "meeting %s %d %s".formatted(school, number, met.day());
        return new OrientationLine(
                new RegistrationId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                school,
                new OrientationLine.SchoolClass(
                        CLASSES.get(number % CLASSES.size()),
                        number % 4 < 2 ? Audience.SECONDE : number % 4 == 2 ? Audience.PREMIERE : Audience.TERMINALE),
                met,
                new OrientationLine.Attendance(19 + number % 13, number % 7 == 3));
    }

    private static OrientationLine.Met met(CSVRecord row, String organisation, LocalDate day) {
        var kind = Edition.LETTER_KINDS.stream()
                .filter(one -> one.code().equals(row.get("kind")))
                .map(Edition.Kind::name)
                .findFirst()
                .orElse(row.get("kind"));
        return new OrientationLine.Met(
                new EventId(UUID.nameUUIDFromBytes((row.get("title") + day).getBytes(StandardCharsets.UTF_8))),
                row.get("title"),
                kind,
                organisation,
                CALLINGS.get(Math.floorMod(row.get("title").hashCode(), CALLINGS.size())),
                day);
    }

    /// One school in three, so that coverage has something to show.
    private void commitOthers(Edition edition, School near, Viewer head) {
        var point = near.point();
        var all = point == null ? List.<School>of() : schools.nearest(point, 20_000, 100);
        for (var i = 1; i < all.size(); i += 3) {
            commitments.commit(edition.id(), all.get(i).uai(), head);
        }
    }

    private Viewer viewer(String key) {
        return viewers.of(accounts.find(new MailAddress(key + "@demonstration.example"))
                .map(Person::id)
                .orElseThrow());
    }
}
