package fr.preau.catalogue;

import fr.preau.event.Accessibility;
import fr.preau.event.Audience;
import fr.preau.event.EventKinds;
import fr.preau.event.Format;
import fr.preau.event.Search;
import fr.preau.territory.Places;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Understands the parameters of `/evenements`, the same for the page, the feeds and the API. What is not understood is
/// said at its field, and left out of the search.
@Component
class SearchReader {
    private final Schools schools;
    private final Places places;
    private final Territories territories;
    private final EventKinds kinds;

    SearchReader(Schools schools, Places places, Territories territories, EventKinds kinds) {
        this.schools = schools;
        this.places = places;
        this.territories = territories;
        this.kinds = kinds;
    }

    SearchReading read(MultiValueMap<String, String> parameters) {
        var typed = new SearchTyped(parameters);
        var words = typed.text("q");
        typed.keep("q", words);
        var near = near(typed);
        var territory = territory(typed);
        var from = day(typed, "du");
        var until = day(typed, "au");
        if (from != null && until != null && until.isBefore(from)) {
            typed.refuse("au", "Le dernier jour vient avant le premier : échangez-les.");
        }
        var search = new Search(
                words,
                near,
                territory,
                from,
                until,
                typed.choice("public", Audience.class, "Choisissez un des publics proposés."),
                kind(typed),
                typed.choice("format", Format.class, "Choisissez un des formats proposés."),
                typed.number("places", 1, 1000, 0, "Écrivez le nombre d'élèves de la classe, en chiffres."),
                accessibility(typed),
                sort(typed, words, near),
                typed.number("page", 1, 100_000, 1, "Cette page de résultats n'existe pas."));
        return typed.reading(search);
    }

    private Search.@Nullable Near near(SearchTyped typed) {
        var school = typed.joined("etablissement");
        var commune = typed.chosen("commune");
        var radius = typed.number("rayon", 1, 20_000, Search.Near.USUAL, "Choisissez une des distances proposées.");
        if (!school.isEmpty() && !commune.isEmpty()) {
            typed.refuse("commune", "Choisissez un établissement ou une commune, pas les deux.");
            return null;
        }
        if (!Search.Near.RADII.contains(radius)) {
            typed.refuse("rayon", "Choisissez une des distances proposées.");
            return null;
        }
        var near = school.isEmpty() ? aroundCommune(typed, commune, radius) : aroundSchool(typed, school, radius);
        if (near == null && !typed.proposes()) {
            typed.forget("rayon");
        }
        return near;
    }

    private Search.@Nullable Near aroundSchool(SearchTyped typed, String words, int radius) {
        var school = school(typed, words);
        if (school == null) {
            return null;
        }
        var point = Optional.ofNullable(school.point())
                .or(() -> places.locate(school.address(), school.postcode(), school.commune())
                        .map(Places.Place::point));
        if (point.isEmpty()) {
            typed.refuse("etablissement", "L'annuaire ne dit pas où est cet établissement. Cherchez par commune.");
            return null;
        }
        typed.keep("etablissement", school.uai().value());
        typed.show("etablissement", "%s (%s)".formatted(school.label(), school.uai()));
        return new Search.Near(school.label(), school.departement(), point.get(), radius);
    }

    private @Nullable School school(SearchTyped typed, String words) {
        return switch (schools.resolve(words)) {
            case Schools.Resolved.Found(var school) -> school;
            case Schools.Resolved.Several(var candidates) -> {
                typed.propose(candidates);
                typed.refuse("etablissement", "Plusieurs établissements ressemblent à cela : choisissez le vôtre.");
                yield null;
            }
            case Schools.Resolved.None() -> {
                typed.refuse("etablissement", "Aucun établissement ne ressemble à cela. Essayez le nom de la commune.");
                yield null;
            }
        };
    }

    private Search.@Nullable Near aroundCommune(SearchTyped typed, String words, int radius) {
        if (words.isEmpty()) {
            return null;
        }
        typed.show("commune", words);
        return switch (places.resolve(words)) {
            case Places.Named.Found(var place) -> {
                typed.keep("commune", words);
                yield new Search.Near(place.label(), place.departement(), place.point(), radius);
            }
            case Places.Named.Several(var candidates) -> {
                typed.proposePlaces(candidates);
                typed.refuse("commune", "Plusieurs communes ont ce nom ou commencent ainsi : choisissez la vôtre.");
                yield null;
            }
            case Places.Named.None() -> {
                typed.refuse("commune", "Cette commune n'est pas connue. Essayez son nom complet ou son code postal.");
                yield null;
            }
        };
    }

    private @Nullable Territory territory(SearchTyped typed) {
        var words = typed.text("territoire");
        if (words.isEmpty()) {
            return null;
        }
        var territory = territories.find(words).or(() -> territories.named(words));
        territory.ifPresentOrElse(
                found -> {
                    typed.keep("territoire", found.key());
                    typed.show("territoire", found.label());
                },
                () -> typed.refuse("territoire", "Écrivez un département, une académie ou une région académique."));
        return territory.orElse(null);
    }

    private static @Nullable LocalDate day(SearchTyped typed, String field) {
        var text = typed.text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2100) {
                typed.keep(field, text);
                return day;
            }
        } catch (DateTimeParseException _) {
            // said below
        }
        typed.refuse(field, "Écrivez une date complète, par exemple 2025-12-03.");
        return null;
    }

    private @Nullable String kind(SearchTyped typed) {
        var code = typed.text("genre");
        if (code.isEmpty()) {
            return null;
        }
        if (!kinds.isKnown(code)) {
            typed.refuse("genre", "Choisissez un des genres proposés.");
            return null;
        }
        typed.keep("genre", code);
        return code;
    }

    private static Set<Accessibility> accessibility(SearchTyped typed) {
        var chosen = EnumSet.noneOf(Accessibility.class);
        for (var text : typed.texts("acces")) {
            SearchTyped.named(Accessibility.class, text)
                    .ifPresentOrElse(
                            chosen::add, () -> typed.refuse("acces", "Choisissez parmi les aménagements proposés."));
        }
        chosen.forEach(one -> typed.keep("acces", one.name()));
        return chosen;
    }

    /// Distance means something only from somewhere, relevance only to words.
    private static Search.Sort sort(SearchTyped typed, String words, Search.@Nullable Near near) {
        var usual = !words.isEmpty() ? Search.Sort.PERTINENCE : near != null ? Search.Sort.DISTANCE : Search.Sort.DATE;
        var asked = typed.choice("tri", Search.Sort.class, "Choisissez un des tris proposés.");
        var means = asked != null
                && (asked != Search.Sort.DISTANCE || near != null)
                && (asked != Search.Sort.PERTINENCE || !words.isEmpty());
        if (asked == usual || !means) {
            typed.forget("tri");
        }
        return asked != null && means ? asked : usual;
    }
}
