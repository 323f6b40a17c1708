package fr.preau.territory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a directory's cells as schools.
final class SchoolLines implements LineReader<SchoolLine> {
    private static final int LONGEST = 300;
    private static final Set<String> CLOSED = Set.of("ferme", "fermee", "fermer", "4");
    /// The ministry numbers Corsica's schools otherwise than INSEE does its départements.
    private static final Map<String, String> CORSICA = Map.of("620", "2A", "720", "2B", "20A", "2A", "20B", "2B");
    private static final Set<String> SMALL =
            Set.of("de", "du", "des", "la", "le", "les", "et", "en", "sur", "a", "au", "aux");

    private static final Pattern CAPITALS = Pattern.compile("(^|[-'])(?!d'|l')(\\p{L})");

    private final Columns<SchoolColumn> columns;
    private final Territories territories;
    private final LocalDate today;

    SchoolLines(Columns<SchoolColumn> columns, Territories territories, LocalDate today) {
        this.columns = columns;
        this.territories = territories;
        this.today = today;
    }

    @Override
    public Outcome<SchoolLine> read(long line, List<String> cells) {
        var written = said(cells, SchoolColumn.UAI);
        var uai = Uai.parse(written);
        if (uai.isEmpty()) {
            return new Refused<>(wrongUai(written));
        }
        var name = name(cells);
        if (name.isEmpty()) {
            return new Refused<>("%s n'a pas de nom".formatted(uai.get()));
        }
        if (name.length() > LONGEST) {
            return new Refused<>("%s a un nom démesuré".formatted(uai.get()));
        }
        var departement = departement(cells);
        return departement.isEmpty()
                ? new Refused<>(
                        "%s : département inconnu « %s »".formatted(uai.get(), shortened(saidDepartement(cells))))
                : new Read<>(line(line, uai.get(), name, departement.get(), cells));
    }

    private SchoolLine line(long line, Uai uai, String name, Departement departement, List<String> cells) {
        return new SchoolLine(
                line,
                uai,
                name,
                kind(cells, name),
                Objects.requireNonNullElse(SchoolKinds.ofWords(name), School.Kind.OTHER),
                columns.cell(cells, SchoolColumn.NATURE),
                tracks(cells),
                publicSector(cells),
                address(cells),
                postcode(cells),
                columns.cell(cells, SchoolColumn.COMMUNE_CODE),
                commune(cells),
                departement.code(),
                point(cells),
                mail(cells),
                open(cells));
    }

    static String wrongUai(String written) {
        if (written.isEmpty()) {
            return "le numéro UAI manque";
        }
        return written.matches("\\d{7}[A-Za-z]")
                ? "UAI « %s » : la lettre ne correspond pas au numéro".formatted(written)
                : "UAI « %s » mal écrit".formatted(shortened(written));
    }

    private String name(List<String> cells) {
        var name = said(cells, SchoolColumn.NAME);
        if (!name.isEmpty()) {
            return name;
        }
        return inTitleCase((said(cells, SchoolColumn.DENOMINATION) + " " + said(cells, SchoolColumn.PATRONYM)).strip());
    }

    private Optional<Departement> departement(List<String> cells) {
        var code = said(cells, SchoolColumn.DEPARTEMENT);
        if (!code.isEmpty()) {
            return byCode(code);
        }
        var name = said(cells, SchoolColumn.DEPARTEMENT_NAME);
        return byCode(name).or(() -> byName(name)).or(() -> byCode(saidByCommune(cells)));
    }

    private Optional<Departement> byCode(String code) {
        return territories.departement(CORSICA.getOrDefault(code.toUpperCase(Locale.ROOT), code));
    }

    private Optional<Departement> byName(String name) {
        var plain = Plain.of(name);
        return territories.departements().stream()
                .filter(departement -> Plain.of(departement.name()).equals(plain))
                .findFirst();
    }

    private String saidDepartement(List<String> cells) {
        return Stream.of(
                        said(cells, SchoolColumn.DEPARTEMENT),
                        said(cells, SchoolColumn.DEPARTEMENT_NAME),
                        saidByCommune(cells))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The commune's code begins with that of its département, and so does its postcode, but in Corsica.
    private String saidByCommune(List<String> cells) {
        var commune = said(cells, SchoolColumn.COMMUNE_CODE);
        var from = commune.isEmpty() ? Objects.requireNonNullElse(postcode(cells), "") : commune;
        return from.length() < 5 ? "" : from.substring(0, from.startsWith("97") || from.startsWith("98") ? 3 : 2);
    }

    /// By the ministry's nature first, then the type and what the name adds to it.
    private School.@Nullable Kind kind(List<String> cells, String name) {
        var byNature = SchoolKinds.ofNature(said(cells, SchoolColumn.NATURE));
        if (byNature != null) {
            return byNature;
        }
        var type = said(cells, SchoolColumn.TYPE);
        var label = type.isEmpty() ? said(cells, SchoolColumn.NATURE_LABEL) : type;
        return label.isEmpty() ? null : SchoolKinds.ofWords(label + " " + name);
    }

    private @Nullable List<School.Track> tracks(List<String> cells) {
        if (!columns.has(SchoolColumn.GENERAL)
                && !columns.has(SchoolColumn.TECHNOLOGICAL)
                && !columns.has(SchoolColumn.PROFESSIONAL)) {
            return null;
        }
        var taught = new ArrayList<School.Track>();
        add(taught, School.Track.GENERAL, said(cells, SchoolColumn.GENERAL));
        add(taught, School.Track.TECHNOLOGICAL, said(cells, SchoolColumn.TECHNOLOGICAL));
        add(taught, School.Track.PROFESSIONAL, said(cells, SchoolColumn.PROFESSIONAL));
        return taught;
    }

    private static void add(List<School.Track> taught, School.Track track, String cell) {
        if (Set.of("1", "oui", "o", "true", "vrai", "x").contains(Plain.of(cell))) {
            taught.add(track);
        }
    }

    private @Nullable Boolean publicSector(List<String> cells) {
        var sector = Plain.of(said(cells, SchoolColumn.SECTOR));
        return sector.isEmpty() ? null : sector.startsWith("pu");
    }

    private @Nullable String address(List<String> cells) {
        if (!columns.has(SchoolColumn.ADDRESS)) {
            return null;
        }
        return shortened(Stream.of(SchoolColumn.ADDRESS, SchoolColumn.ADDRESS_MORE, SchoolColumn.ADDRESS_LAST)
                .map(column -> said(cells, column))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(", ")));
    }

    /// A spreadsheet drops the zero that a postcode begins with.
    private @Nullable String postcode(List<String> cells) {
        var postcode = columns.cell(cells, SchoolColumn.POSTCODE);
        return postcode != null && postcode.matches("\\d{4}") ? "0" + postcode : postcode;
    }

    private @Nullable String commune(List<String> cells) {
        var commune = said(cells, SchoolColumn.COMMUNE);
        if (!commune.isEmpty()) {
            return shortened(commune);
        }
        var locality = said(cells, SchoolColumn.LOCALITY).replaceFirst("(?i)\\s+cedex.*$", "");
        return locality.isEmpty() ? columns.cell(cells, SchoolColumn.COMMUNE) : inTitleCase(shortened(locality));
    }

    private @Nullable GeoPoint point(List<String> cells) {
        var point = Coordinates.read(said(cells, SchoolColumn.LATITUDE), said(cells, SchoolColumn.LONGITUDE));
        if (point != null) {
            return point;
        }
        var pair = said(cells, SchoolColumn.POSITION).split("[,;]\\s*", -1);
        return pair.length == 2 ? Coordinates.read(pair[0], pair[1]) : null;
    }

    private @Nullable String mail(List<String> cells) {
        var mail = columns.cell(cells, SchoolColumn.MAIL);
        return mail == null || mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? mail : "";
    }

    private boolean open(List<String> cells) {
        return !CLOSED.contains(Plain.of(said(cells, SchoolColumn.STATE)))
                && !isPast(said(cells, SchoolColumn.CLOSED_ON));
    }

    private boolean isPast(String date) {
        try {
            return date.length() >= 10
                    && !LocalDate.parse(date.substring(0, 10)).isAfter(today);
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private String said(List<String> cells, SchoolColumn column) {
        return Objects.requireNonNullElse(columns.cell(cells, column), "");
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /// « COLLEGE DE JASTRES » read aloud: « College de Jastres ». Accents lost are not guessed.
    private static String inTitleCase(String capitals) {
        var words = new ArrayList<String>();
        for (var word : capitals.toLowerCase(Locale.FRENCH).split(" ", -1)) {
            var small = !words.isEmpty() && SMALL.contains(word);
            words.add(small || word.isEmpty() ? word : capitalised(word));
        }
        return String.join(" ", words);
    }

    private static String capitalised(String word) {
        return CAPITALS.matcher(word)
                .replaceAll(start -> start.group(1) + start.group(2).toUpperCase(Locale.FRENCH));
    }
}
