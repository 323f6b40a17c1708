package fr.preau.territory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/// The territories of French education: reference data, the same for everyone, read from `departements.csv` beside
/// this class (2026 list: 107 départements and communities, 34 académies and vice-rectorats).
///
/// Other modules keep a département's code and ask [#departementsOf] for the codes to look for.
@Component
public class Territories {
    private final Map<String, Departement> departements = read();

    /// In the order of their codes.
    public Collection<Departement> departements() {
        return departements.values();
    }

    /// By its code as INSEE, the ministry or a person writes it: `9`, `09`, `009`, `02A`, `2a`, `974`.
    public Optional<Departement> departement(String code) {
        var short_ = code.strip().toUpperCase(Locale.ROOT).replaceFirst("^0+(?=..)", "");
        return Optional.ofNullable(departements.getOrDefault(short_, departements.get("0" + short_)));
    }

    /// Régions académiques in the order of their names.
    public List<Territory> regions() {
        return distinct(departements.values().stream().map(Departement::region).toList());
    }

    /// Académies in the order of their names.
    public List<Territory> academies() {
        return distinct(
                departements.values().stream().map(Departement::academie).toList());
    }

    /// By the key that [Territory#key] gives.
    public Optional<Territory> find(String key) {
        return everything().filter(territory -> territory.key().equals(key)).findFirst();
    }

    /// By what a person writes: « Ariège », « 09 », « Ariège (09) », « académie de Toulouse ». Of a name that several
    /// levels bear (« Corse »), the widest.
    public Optional<Territory> named(String words) {
        var bare = bare(words);
        return everything()
                .filter(territory -> territory.level() != Territory.Level.NATION)
                .filter(territory -> bare(territory.name()).equals(bare)
                        || bare(territory.label()).equals(bare))
                .findFirst()
                .or(() -> departement(words).map(Departement::territory));
    }

    public List<Departement> departementsOf(Territory territory) {
        return departements.values().stream()
                .filter(departement -> departement.isIn(territory))
                .toList();
    }

    /// The codes of the départements of a territory, for a query.
    public Set<String> codesOf(Territory territory) {
        return departementsOf(territory).stream().map(Departement::code).collect(Collectors.toUnmodifiableSet());
    }

    /// Every territory, from the nation down.
    public List<Territory> all() {
        return everything().toList();
    }

    /// What a territory is directly made of: regions of académies, académies of départements; nothing below those.
    public List<Territory> partsOf(Territory territory) {
        return switch (territory.level()) {
            case NATION -> partsOf(territory, Territory.Level.REGION);
            case REGION -> partsOf(territory, Territory.Level.ACADEMIE);
            case ACADEMIE -> partsOf(territory, Territory.Level.DEPARTEMENT);
            case DEPARTEMENT -> List.of();
        };
    }

    /// The territories of this level inside another, in the order of their names, départements in that of their codes.
    public List<Territory> partsOf(Territory territory, Territory.Level level) {
        if (level.compareTo(territory.level()) <= 0) {
            return List.of();
        }
        var inside = departementsOf(territory).stream();
        return switch (level) {
            case NATION -> List.of();
            case REGION -> distinct(inside.map(Departement::region).toList());
            case ACADEMIE -> distinct(inside.map(Departement::academie).toList());
            case DEPARTEMENT -> inside.map(Departement::territory).toList();
        };
    }

    /// Whether `inner` lies in `outer`, or is it.
    public boolean contains(Territory outer, Territory inner) {
        return outer.level().compareTo(inner.level()) <= 0 && codesOf(outer).containsAll(codesOf(inner));
    }

    /// These figures by département code, to draw and to list.
    public TileMap map(Map<String, ? extends Number> figures) {
        return TileMap.of(departements.values(), figures);
    }

    private java.util.stream.Stream<Territory> everything() {
        var all = new LinkedHashSet<Territory>();
        all.add(Territory.NATION);
        all.addAll(regions());
        all.addAll(academies());
        departements.values().forEach(departement -> all.add(departement.territory()));
        return all.stream();
    }

    private static String bare(String words) {
        return Plain.of(words)
                .replaceFirst("^(region academique|academie|departement) ", "")
                .replaceFirst("^(de|du|des|d) ", "")
                .replaceFirst("^(la|le|les|l) ", "");
    }

    private static List<Territory> distinct(List<Territory> all) {
        return all.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Territory::name))
                .toList();
    }

    private static Map<String, Departement> read() {
        var resource = Objects.requireNonNull(Territories.class.getResourceAsStream("departements.csv"));
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            var all = new LinkedHashMap<String, Departement>();
            format.parse(reader).forEach(row -> all.put(row.get("code"), departement(row)));
            return all;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Departement departement(CSVRecord row) {
        return new Departement(
                row.get("code"),
                row.get("name"),
                new Territory(Territory.Level.ACADEMIE, row.get("academie_code"), row.get("academie")),
                new Territory(Territory.Level.REGION, row.get("region_code"), row.get("region")),
                ZoneId.of(row.get("zone")),
                row.get("holidays"),
                Integer.parseInt(row.get("column")),
                Integer.parseInt(row.get("row")));
    }
}
