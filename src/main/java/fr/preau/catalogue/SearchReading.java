package fr.preau.catalogue;

import fr.preau.event.Search;
import fr.preau.territory.Places;
import fr.preau.territory.School;
import fr.preau.web.Form;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/// A search as read from an address: the form to show again, the parameters worth keeping in links, the schools to
/// choose from when the words fit several, and the communes. `noisy`: the address says more than it needs.
record SearchReading(
        Search search,
        Form form,
        MultiValueMap<String, String> kept,
        List<School> schools,
        List<Places.Place> places,
        boolean noisy) {
    static final List<String> FIELDS = List.of(
            "q",
            "etablissement",
            "commune",
            "rayon",
            "territoire",
            "du",
            "au",
            "public",
            "genre",
            "format",
            "places",
            "acces",
            "tri",
            "page");

    boolean isUnderstood() {
        return !form.hasErrors();
    }

    /// `path` with these filters, whatever the page.
    String at(String path) {
        return address(path, without("page"));
    }

    String onPage(String path, int page) {
        return page == 1 ? at(path) : with(path, "page", Integer.toString(page));
    }

    /// `path` with one filter changed, from the first page.
    String with(String path, String field, String value) {
        var other = without("page");
        other.set(field, value);
        return address(path, other);
    }

    /// `path` with one filter less.
    String without(String path, String field) {
        var other = without("page");
        other.remove(field);
        if (field.equals("etablissement") || field.equals("commune")) {
            other.remove("rayon");
        }
        return address(path, other);
    }

    /// The filters that narrow the list.
    List<String> filters() {
        return FIELDS.stream()
                .filter(kept::containsKey)
                .filter(field -> !List.of("rayon", "tri", "page").contains(field))
                .toList();
    }

    private MultiValueMap<String, String> without(String field) {
        var other = new LinkedMultiValueMap<String, String>(kept);
        other.remove(field);
        return other;
    }

    private static String address(String path, Map<String, List<String>> parameters) {
        var query = FIELDS.stream()
                .flatMap(field -> parameters.getOrDefault(field, List.of()).stream()
                        .map(value -> field + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
