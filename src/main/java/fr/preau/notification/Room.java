package fr.preau.notification;

import java.util.List;

/// How many more letters each domain takes now: `usual` for one that is not named.
record Room(int usual, List<Domain> known) {
    static final Room FOR_ALL = new Room(Integer.MAX_VALUE, List.of());

    /// `letters` of any kind, and how many of them may be `ordinary` ones, which are rationed.
    record Domain(String name, int letters, int ordinary) {}

    boolean isFullSomewhere() {
        return known.stream().anyMatch(domain -> domain.letters() <= 0 || domain.ordinary() <= 0);
    }

    String[] full() {
        return known.stream()
                .filter(domain -> domain.letters() <= 0)
                .map(Domain::name)
                .toArray(String[]::new);
    }

    String[] fullForOrdinary() {
        return known.stream()
                .filter(domain -> domain.ordinary() <= 0)
                .map(Domain::name)
                .toArray(String[]::new);
    }

    String[] domains() {
        return known.stream().map(Domain::name).toArray(String[]::new);
    }

    Integer[] letters() {
        return known.stream().map(Domain::letters).toArray(Integer[]::new);
    }

    Integer[] ordinary() {
        return known.stream().map(Domain::ordinary).toArray(Integer[]::new);
    }
}
