package fr.preau.territory;

import java.util.List;
import java.util.Optional;

/// What a directory tells of a school, and under which headers the editions seen so far tell it (the two data sets of
/// the ministry, their yearly variants, their API).
enum SchoolColumn implements Column {
    UAI(
            "identifiantdeletablissement",
            "numerouai",
            "uai",
            "codeuai",
            "identifiantetablissement",
            "numeroetablissement",
            "rne"),
    NAME(
            "nometablissement",
            "appellationofficielle",
            "appellationofficielleuai",
            "nomdeletablissement",
            "libelleetablissement",
            "nom"),
    DENOMINATION("denominationprincipale", "denominationprincipaleuai", "denomination"),
    PATRONYM("patronymeuai", "patronyme", "nomusuel"),
    TYPE("typeetablissement", "typedetablissement", "type"),
    SECTOR(
            "statutpublicprive",
            "secteurpublicprivelibe",
            "secteurpublicprivelibelle",
            "secteurpublicprive",
            "secteur",
            "statut"),
    ADDRESS("adresse1", "adresseuai", "adresse"),
    ADDRESS_MORE("adresse2", "lieudituai", "lieudit"),
    ADDRESS_LAST("adresse3"),
    POSTCODE("codepostal", "codepostaluai", "cp"),
    COMMUNE_CODE("codecommune", "codeinseecommune", "codecommuneinsee", "codeinsee"),
    COMMUNE("nomcommune", "libellecommune", "commune", "ville"),
    LOCALITY("localiteacheminementuai", "localiteacheminement"),
    DEPARTEMENT("codedepartement", "codedepartementinsee", "numerodepartement"),
    DEPARTEMENT_NAME("libelledepartement", "nomdepartement", "departement"),
    LATITUDE("latitude", "lat"),
    LONGITUDE("longitude", "lon", "lng", "long"),
    POSITION("position", "geopoint2d", "geolocalisation", "coordonnees", "geopoint"),
    MAIL("mail", "email", "courriel", "adressemail", "adresseelectronique", "mel"),
    GENERAL("voiegenerale"),
    TECHNOLOGICAL("voietechnologique"),
    PROFESSIONAL("voieprofessionnelle"),
    STATE("etat", "etatetablissementlibe", "etatetablissementlibelle", "libelleetat", "etatetablissement", "etatuai"),
    CLOSED_ON("datefermeture", "datedefermeture"),
    NATURE("codenature", "natureuai", "codenatureuai", "nature"),
    NATURE_LABEL("libellenature", "natureuailibe", "natureuailibelle");

    private static final List<SchoolColumn> NAMING = List.of(NAME, DENOMINATION, PATRONYM);
    /// A directory says at least one of these; a table of pupil numbers by school does not.
    private static final List<SchoolColumn> DESCRIBING =
            List.of(ADDRESS, LATITUDE, POSITION, STATE, NATURE, TYPE, MAIL);

    @SuppressWarnings("ImmutableEnumChecker") // a List.of never changes
    private final List<String> aliases;

    SchoolColumn(String... aliases) {
        this.aliases = List.of(aliases);
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    /// Why these are not the columns of a directory; empty when they are.
    static Optional<String> refusal(Columns<SchoolColumn> columns) {
        if (!columns.has(UAI)) {
            return Optional.of("aucune colonne ne donne le numéro UAI des établissements");
        }
        if (NAMING.stream().noneMatch(columns::has)) {
            return Optional.of("aucune colonne ne donne le nom des établissements");
        }
        if (DESCRIBING.stream().noneMatch(columns::has)) {
            return Optional.of("il parle d'établissements mais n'en donne ni l'adresse, ni la nature, ni l'état");
        }
        return Optional.empty();
    }

    @Override
    public boolean isFree() {
        return switch (this) {
            case NAME, DENOMINATION, PATRONYM, ADDRESS, ADDRESS_MORE, ADDRESS_LAST, COMMUNE, LOCALITY, POSITION -> true;
            case UAI,
                    TYPE,
                    SECTOR,
                    POSTCODE,
                    COMMUNE_CODE,
                    DEPARTEMENT,
                    DEPARTEMENT_NAME,
                    LATITUDE,
                    LONGITUDE,
                    MAIL,
                    GENERAL,
                    TECHNOLOGICAL,
                    PROFESSIONAL,
                    STATE,
                    CLOSED_ON,
                    NATURE,
                    NATURE_LABEL -> false;
        };
    }
}
