package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.contribution.Nature;
import fr.preau.database.DemonstrationFile;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/// The demonstration is read by people who know schools: each contribution it carries up is told at every level, by a
/// statement of its own kind, or set aside with a reason.
class DemonstrationStatementsUnitTests {
    private static final List<String> LEVELS = List.of("departement", "academie", "nation");

    private final List<CSVRecord> carried = DemonstrationFile.rows("contributions.csv").stream()
            .filter(row -> row.get("theme").equals("egal-acces"))
            .toList();

    @Test
    void everyContributionIsTakenUpAtEachLevelOrSetAside() {
        assertThat(carried).hasSizeGreaterThan(5);
        for (var row : carried) {
            var told =
                    LEVELS.stream().filter(level -> !row.get(level).isEmpty()).count();
            assertThat(told).as(row.get("text")).isEqualTo(row.get("aside").isEmpty() ? 3 : 0);
            if (told == 0) {
                Reason.valueOf(row.get("aside").split("\\|", 2)[0]);
            }
        }
    }

    @Test
    void whatIsToldTogetherStaysTogetherAndOfOneKind() {
        for (var level : LEVELS.subList(0, 2)) {
            var above = LEVELS.get(LEVELS.indexOf(level) + 1);
            var kinds = new HashMap<String, StatementKind>();
            var ups = new HashMap<String, String>();
            for (var row : carried) {
                if (!row.get(level).isEmpty()) {
                    var kind = ItemNature.of(Nature.valueOf(row.get("nature"))).kind();
                    assertThat(kinds.computeIfAbsent(row.get(level), _ -> kind)).isEqualTo(kind);
                    assertThat(ups.computeIfAbsent(row.get(level), _ -> row.get(above)))
                            .isEqualTo(row.get(above));
                }
            }
        }
    }
}
