package fr.preau.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The school directory.
@Component
public class Schools {
    private static final int CANDIDATES = 10;

    private final SchoolRepository schools;

    Schools(SchoolRepository schools) {
        this.schools = schools;
    }

    /// What free words, or a UAI, turned out to name.
    public sealed interface Resolved {
        record Found(School school) implements Resolved {}

        /// At most ten, the likeliest first: the person chooses.
        record Several(List<School> schools) implements Resolved {}

        record None() implements Resolved {}
    }

    public Optional<School> find(Uai uai) {
        return schools.find(uai);
    }

    /// By UAI, for a list: one query. Those unknown are absent.
    public Map<Uai, School> find(Collection<Uai> uais) {
        return schools.find(uais).stream().collect(Collectors.toUnmodifiableMap(School::uai, school -> school));
    }

    /// The code of the département each lies in, to count by. Those unknown are absent.
    public Map<Uai, String> departementsOf(Collection<Uai> uais) {
        return schools.departementsOf(uais);
    }

    /// Open schools whose name, commune or UAI look like these words, nearest spelling first; accents, case, hyphens
    /// and small typing errors do not matter.
    public List<School> search(String words, int limit) {
        var asked = Words.of(words);
        if (asked.isEmpty()) {
            return List.of();
        }
        var typed = asked.telling().stream()
                .map(word -> new SchoolRepository.Meant(word, List.of()))
                .toList();
        var found = schools.having(typed, true, asked, limit);
        return found.isEmpty() ? nearly(asked, limit) : found;
    }

    /// The one open school that a form field (`territory/schoolField.jte`) names: by the UAI in it, or by words that
    /// fit a single school.
    public Resolved resolve(String field) {
        var byUai = SchoolChoice.uai(field).flatMap(schools::find).filter(School::open);
        if (byUai.isPresent()) {
            return new Resolved.Found(byUai.get());
        }
        var words = SchoolChoice.typed(field);
        var found = search(words, CANDIDATES);
        return switch (found.size()) {
            case 0 -> new Resolved.None();
            case 1 -> new Resolved.Found(found.getFirst());
            default -> exactly(words, found);
        };
    }

    /// Open schools within `kilometres` of a point, nearest first.
    public List<School> nearest(GeoPoint point, double kilometres, int limit) {
        return schools.nearest(point, kilometres, limit);
    }

    /// Words misspelt, or one too many.
    private List<School> nearly(Words asked, int limit) {
        var meant = asked.telling().stream().map(schools::meant).toList();
        var found = schools.having(meant, true, asked, limit);
        return found.isEmpty() ? schools.having(meant, false, asked, limit) : found;
    }

    private static Resolved exactly(String words, List<School> found) {
        var exact = found.stream()
                .filter(school -> school.label().equalsIgnoreCase(words.strip()))
                .toList();
        return exact.size() == 1 ? new Resolved.Found(exact.getFirst()) : new Resolved.Several(found);
    }
}
