package fr.preau.programme;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Viewer;
import fr.preau.database.Lately;
import fr.preau.web.French;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The editions, and which one is under way. A draft is for pilots alone: to everyone else it is not there, until one
/// of them opens it (decision 33).
@Service
public class Editions {
    /// Windows are typed and shown in this time, wherever the reader is.
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int CHOICES = 10;

    private final EditionRepository editions;
    private final AdministrationJournal journal;
    private final Lately<EditionId, Edition> lately;
    private final Clock clock;

    Editions(EditionRepository editions, AdministrationJournal journal, Clock clock) {
        this.editions = editions;
        this.journal = journal;
        this.lately = new Lately<>(A_MOMENT, this::find);
        this.clock = clock;
    }

    /// What became of a gesture that opens a draft.
    enum Opening {
        DONE,
        ALREADY_OPEN,
        STALE
    }

    /// The edition people mean today: the one whose week is not over, soonest first; otherwise the latest one.
    public Optional<Edition> current() {
        return editions.currentOn(today());
    }

    /// Those one may propose an event for, the soonest week first: the open ones that take proposals; when none does,
    /// the current one, for a draft.
    public List<Edition> proposable() {
        var taking = editions.takingProposals(clock.instant(), today(), CHOICES);
        return taking.isEmpty() ? current().stream().toList() : taking;
    }

    /// That one, when it takes proposals.
    public Optional<Edition> proposable(EditionId id) {
        return find(id).filter(edition -> edition.acceptsSubmissionsAt(clock.instant()));
    }

    public Optional<Edition> find(EditionId id) {
        return forChange(id).filter(EditionRepository.Row::opened).map(EditionRepository.Row::edition);
    }

    /// As it was a second ago at most: windows are asked for with each registration, and change once a year.
    public Optional<Edition> lately(EditionId id) {
        return lately.find(id);
    }

    /// The latest week first.
    public List<Edition> all() {
        return editions.all().stream()
                .filter(EditionRepository.Row::opened)
                .map(EditionRepository.Row::edition)
                .toList();
    }

    /// For whoever is about to refer to it: it is not deleted before their transaction ends. False when it is not
    /// there.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(EditionId id) {
        return editions.hold(id);
    }

    /// Creates it, open at once: with an id already there nothing is written and nothing is said.
    @Transactional
    public void create(Edition edition) {
        editions.insert(edition, true);
    }

    /// A closing as people read it, in Paris' time: midnight ends the day before, « samedi 19 décembre 2026 »; another
    /// hour is said, « samedi 19 décembre 2026 à 18 h (heure de Paris) ».
    public static String until(Instant closing) {
        var there = closing.atZone(PARIS);
        return isMidnight(there) ? French.day(there.toLocalDate().minusDays(1)) : moment(there);
    }

    /// An opening as people read it: midnight begins the day, another hour is said.
    public static String from(Instant opening) {
        var there = opening.atZone(PARIS);
        return isMidnight(there) ? French.day(there.toLocalDate()) : moment(there);
    }

    private static boolean isMidnight(ZonedDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static String moment(ZonedDateTime moment) {
        return French.moment(moment) + " (heure de Paris)";
    }

    /// Drafts too.
    List<EditionRepository.Row> forPilots() {
        return editions.all();
    }

    Optional<EditionRepository.Row> forChange(EditionId id) {
        return editions.find(id);
    }

    boolean wouldBeCurrent(EditionId draft) {
        return editions.wouldBeCurrent(draft, today());
    }

    /// A draft, once: with an id already there nothing is written and nothing is said.
    @Transactional
    void draft(Viewer viewer, Edition edition) {
        if (editions.insert(edition, false)) {
            journal.write(viewer, "crée l'édition", edition.name(), "");
        }
    }

    /// False, and nothing written, when someone else changed it since `lock` was read.
    @Transactional
    boolean change(Viewer viewer, Edition edition, int lock) {
        var written = editions.update(edition, lock);
        if (written) {
            journal.write(viewer, "change l'édition", edition.name(), "");
        }
        forget(edition.id());
        return written;
    }

    /// For everyone from now on, as the pilot read it when its lock was `lock`.
    @Transactional
    Opening open(Viewer viewer, EditionRepository.Row row, int lock) {
        if (row.opened()) {
            return Opening.ALREADY_OPEN;
        }
        if (!editions.open(row.edition().id(), lock)) {
            return Opening.STALE;
        }
        journal.write(viewer, "ouvre l'édition", row.edition().name(), "");
        return Opening.DONE;
    }

    void forget(EditionId id) {
        lately.forget(id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
