package fr.preau.territory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final String POSTCODE_COLUMN = "celle du code postal";
    private static final Set<String> CLOSED = Set.of("ferme", "fermee", "fermer", "4");
    private static final Set<String> SMALL =
            Set.of("de", "du", "des", "la", "le", "les", "et", "en", "sur", "a", "au", "aux");

    private static final Pattern CAPITALS = Pattern.compile("(^|[-'])(?!d'|l')(\\p{L})");

    private final Columns<SchoolColumn> columns;
    private final DepartementSigns signs;
    private final LocalDate today;

    SchoolLines(Columns<SchoolColumn> columns, Territories territories, LocalDate today) {
        this.columns = columns;
        this.signs = new DepartementSigns(territories);
        this.today = today;
    }

    @Override
    public Outcome<SchoolLine> read(long line, List<String> cells) {
        var written = said(cells, SchoolColumn.UAI);
        var uai = uai(written);
        if (uai.isEmpty()) {
            return new Refused<>(wrongUai(written), "celle du numéro UAI");
        }
        return refusal(uai.get(), cells)
                .<Outcome<SchoolLine>>map(refusal -> refusal)
                .orElseGet(() -> new Read<>(line(line, uai.get(), cells)));
    }

    /// A spreadsheet that takes the number for one drops its zeros; the letter tells that it is right.
    private static Optional<Uai> uai(String written) {
        var digits = written.replaceFirst("(?i)[a-z]$", "");
        return Uai.parse(written)
                .or(() -> digits.matches("\\d{4,6}") && digits.length() < written.length()
                        ? Uai.parse("0".repeat(7 - digits.length()) + written)
                        : Optional.empty());
    }

    private Optional<Refused<SchoolLine>> refusal(Uai uai, List<String> cells) {
        var name = name(cells);
        if (name.isEmpty()) {
            return refused("celle du nom", "%s n'a pas de nom".formatted(uai));
        }
        if (name.length() > LONGEST) {
            return refused("celle du nom", "%s a un nom démesuré".formatted(uai));
        }
        var code = code(cells, SchoolColumn.DEPARTEMENT);
        if (!code.isEmpty() && signs.ofCode(code).isEmpty()) {
            return refused("celle du département", "%s : département inconnu « %s »".formatted(uai, shortened(code)));
        }
        var named = said(cells, SchoolColumn.DEPARTEMENT_NAME);
        if (!named.isEmpty()
                && departements(cells).isEmpty()
                && signs.ofNumber(uai).isEmpty()) {
            return refused("celle du département", "%s : département inconnu « %s »".formatted(uai, shortened(named)));
        }
        return wrongPostcode(uai, said(cells, SchoolColumn.POSTCODE));
    }

    private static Optional<Refused<SchoolLine>> wrongPostcode(Uai uai, String written) {
        if (written.isEmpty() || Digits.isPostcode(Digits.five(bare(written)))) {
            return Optional.empty();
        }
        return Digits.isAbridged(written)
                ? refused(
                        POSTCODE_COLUMN,
                        "%s : code postal « %s » abrégé par un tableur, ses chiffres sont perdus"
                                .formatted(uai, shortened(written)))
                : refused(
                        POSTCODE_COLUMN,
                        "%s : code postal « %s » sans ses cinq chiffres".formatted(uai, shortened(written)));
    }

    /// « 09008 CEDEX » is 09008.
    private static String bare(String postcode) {
        return postcode.replaceFirst("(?i)\\s*cedex.*$", "");
    }

    private static Optional<Refused<SchoolLine>> refused(String column, String sentence) {
        return Optional.of(new Refused<>(sentence, column));
    }

    private SchoolLine line(long line, Uai uai, List<String> cells) {
        var name = name(cells);
        return new SchoolLine(
                line,
                uai,
                name,
                kind(cells, name),
                Objects.requireNonNullElse(SchoolKinds.ofWords(name), School.Kind.OTHER),
                nature(cells),
                tracks(cells),
                publicSector(cells),
                address(cells),
                postcode(cells),
                communeCode(cells),
                commune(cells),
                departements(cells),
                DepartementSigns.settledByName(signs.ofNumber(uai), said(cells, SchoolColumn.COMMUNE)),
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

    /// What the cells say of the département: its own code first, then its name, the commune's code, the postcode.
    private List<String> departements(List<String> cells) {
        return DepartementSigns.settled(Stream.of(
                signs.ofCode(code(cells, SchoolColumn.DEPARTEMENT)),
                named(said(cells, SchoolColumn.DEPARTEMENT_NAME)),
                signs.ofCommuneCode(Objects.requireNonNullElse(communeCode(cells), "")),
                signs.ofPostcode(Objects.requireNonNullElse(postcode(cells), ""))));
    }

    /// The column of names is one of codes in some files.
    private List<String> named(String departement) {
        var byCode = signs.ofCode(Digits.whole(departement));
        return byCode.isEmpty() ? signs.ofName(departement) : byCode;
    }

    /// By the ministry's nature first, then the type and what the name adds to it.
    private School.@Nullable Kind kind(List<String> cells, String name) {
        var byNature = SchoolKinds.ofNature(code(cells, SchoolColumn.NATURE));
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
        add(taught, School.Track.GENERAL, code(cells, SchoolColumn.GENERAL));
        add(taught, School.Track.TECHNOLOGICAL, code(cells, SchoolColumn.TECHNOLOGICAL));
        add(taught, School.Track.PROFESSIONAL, code(cells, SchoolColumn.PROFESSIONAL));
        return taught;
    }

    private static void add(List<School.Track> taught, School.Track track, String cell) {
        if (Set.of("1", "oui", "o", "true", "vrai", "x").contains(Plain.of(cell))) {
            taught.add(track);
        }
    }

    private @Nullable Boolean publicSector(List<String> cells) {
        var sector = Plain.of(said(cells, SchoolColumn.SECTOR));
        return sector.startsWith("pu") ? Boolean.TRUE : sector.startsWith("pr") ? Boolean.FALSE : null;
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

    /// An empty cell says nothing: what is known is kept.
    private @Nullable String postcode(List<String> cells) {
        var postcode = Digits.five(bare(said(cells, SchoolColumn.POSTCODE)));
        return postcode.isEmpty() ? null : postcode;
    }

    private @Nullable String communeCode(List<String> cells) {
        var code = Digits.five(said(cells, SchoolColumn.COMMUNE_CODE)).toUpperCase(Locale.ROOT);
        return code.isEmpty() ? null : shortened(code);
    }

    private @Nullable String nature(List<String> cells) {
        var nature = columns.cell(cells, SchoolColumn.NATURE);
        return nature == null ? null : Digits.whole(nature);
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
        return !CLOSED.contains(Plain.of(code(cells, SchoolColumn.STATE)))
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

    /// A code of digits, as it was before a spreadsheet made it a number.
    private String code(List<String> cells, SchoolColumn column) {
        return Digits.whole(said(cells, column));
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
