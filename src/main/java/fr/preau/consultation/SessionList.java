package fr.preau.consultation;

import fr.preau.territory.Territory;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.Pager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The sessions of a consultation as a page shows them, a page at a time: all of them, or those of one territory. A
/// consultation has one session a département or more, and people look for theirs.
record SessionList(List<Session> sessions, Pager pager, Form form, List<Choice> territories) {
    /// `territory` is a [Territory#key]; one that holds no session, or that is none, narrows nothing.
    static SessionList of(List<Session> all, String territory, int page, String path) {
        var territories = all.stream()
                .map(Session::territory)
                .distinct()
                .sorted(Comparator.comparing(Territory::label))
                .toList();
        var known = territories.stream().anyMatch(one -> one.key().equals(territory));
        var found = known
                ? all.stream()
                        .filter(one -> one.territory().key().equals(territory))
                        .toList()
                : all;
        var pager = Pager.near(page, found.size(), known ? path + "?territoire=" + territory : path);
        return new SessionList(
                pager.of(found),
                pager,
                Form.filled(Map.of("territoire", known ? territory : "")),
                Choice.of(territories, Territory::key, Territory::label));
    }

    /// Two territories shown on one page need no search.
    boolean isSearched() {
        return pager.pages() > 1 || !form.value("territoire").isEmpty();
    }
}
