package fr.preau.showcase;

/// Free licences: what others may do with a project is said before it is shown.
enum Licence {
    EUPL("EUPL 1.2", "https://eupl.eu/1.2/fr/"),
    GPL("GNU GPL 3", "https://www.gnu.org/licenses/gpl-3.0.html"),
    AGPL("GNU AGPL 3", "https://www.gnu.org/licenses/agpl-3.0.html"),
    CECILL("CeCILL 2.1", "https://cecill.info/licences/Licence_CeCILL_V2.1-fr.html"),
    MIT("MIT", "https://opensource.org/license/mit"),
    APACHE("Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    BSD("BSD à 3 clauses", "https://opensource.org/license/bsd-3-clause"),
    CC_BY("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr"),
    CC_BY_SA("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"),
    CC0("CC0, domaine public", "https://creativecommons.org/publicdomain/zero/1.0/deed.fr");

    private final String french;
    private final String href;

    Licence(String french, String href) {
        this.french = french;
        this.href = href;
    }

    String french() {
        return french;
    }

    String href() {
        return href;
    }
}
