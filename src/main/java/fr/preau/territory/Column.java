package fr.preau.territory;

import java.util.List;

/// What a directory tells of a school, and under which headers the editions seen so far tell it (the two data sets of
/// the ministry, their yearly variants, their API). Headers are compared without accents, case, spaces and underscores;
/// the first alias present wins.
enum Column {
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

    @SuppressWarnings("ImmutableEnumChecker") // a List.of never changes
    private final List<String> aliases;

    Column(String... aliases) {
        this.aliases = List.of(aliases);
    }

    List<String> aliases() {
        return aliases;
    }

    /// Whether a cell may hold any words, commas included; the others have a shape that tells when cells have slipped.
    boolean isFree() {
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
