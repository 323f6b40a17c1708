package fr.preau.programme;

import fr.preau.database.Lately;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The editions, and which one is under way.
@Service
public class Editions {
    /// Windows are typed and shown in this time, wherever the reader is.
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final EditionRepository editions;
    private final Lately<EditionId, Edition> lately;
    private final Clock clock;

    Editions(EditionRepository editions, Clock clock) {
        this.editions = editions;
        this.lately = new Lately<>(A_MOMENT, this::find);
        this.clock = clock;
    }

    /// The edition people mean today: the one whose week is not over, soonest first; otherwise the latest one.
    public Optional<Edition> current() {
        return editions.currentOn(LocalDate.ofInstant(clock.instant(), PARIS));
    }

    public Optional<Edition> find(EditionId id) {
        return editions.find(id).map(EditionRepository.Row::edition);
    }

    /// As it was a second ago at most: windows are asked for with each registration, and change once a year.
    public Optional<Edition> lately(EditionId id) {
        return lately.find(id);
    }

    /// The latest week first.
    public List<Edition> all() {
        return editions.all();
    }

    /// Creates it once: with an id already there nothing is written and nothing is said.
    @Transactional
    public void create(Edition edition) {
        editions.insert(edition);
    }

    Optional<EditionRepository.Row> forChange(EditionId id) {
        return editions.find(id);
    }

    /// False, and nothing written, when someone else changed it since `lock` was read.
    @Transactional
    boolean change(Edition edition, int lock) {
        var written = editions.update(edition, lock);
        lately.forget(edition.id());
        return written;
    }
}
