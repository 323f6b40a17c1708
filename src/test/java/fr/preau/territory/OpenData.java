package fr.preau.territory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The ministry's files as published, kept beside the repository and never in it; without them these tests are skipped.
final class OpenData {
    static final String LYCEES = "annuaire-education_lycees_2024-03-19.csv";
    static final String COLLEGES = "geolocalisation_colleges_2024-11-20.csv";

    static final String SPECIALITIES = "effectifs-specialites-premiere_2021-2023.csv";

    private OpenData() {}

    static Path file(String name) {
        var found = Stream.of("../shared/data", "../../shared/data")
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: ../shared/data/" + name + " is not here");
        return found.orElseThrow();
    }
}
