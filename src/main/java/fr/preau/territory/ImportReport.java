package fr.preau.territory;

import java.util.List;

/// What an import did. `rows` lines were read; each of `created`, `updated`, `unchanged` and `closed` counts schools;
/// [#contradicted] schools are left as they are, since the file says them elsewhere than their number or than what is
/// known; `merged` schools stood on several lines, `mergedRows` being the lines too many, so that created + updated +
/// unchanged + closed + contradicted + mergedRows + unknown + rejected = rows, but for the `missing`: schools closed
/// because the
/// file, which was to be complete, no longer has them. `unknown` lines are about schools that the directory does not
/// have: they were set aside.
///
/// `refusals` gives the first [#DETAILED] lines refused or set aside; `rejected` counts them all.
record ImportReport(
        int rows,
        int created,
        int updated,
        int unchanged,
        int closed,
        int missing,
        int merged,
        int mergedRows,
        int unknown,
        int rejected,
        List<Refusal> refusals,
        List<Remarks> remarks,
        String note) {
    static final int DETAILED = 200;

    int contradicted() {
        return remarks.stream()
                .filter(remarks -> remarks.kind() == Remarks.Kind.CONTRADICTION)
                .mapToInt(Remarks::total)
                .sum();
    }

    /// Whether the directory is any other than before.
    boolean changesNothing() {
        return created + updated + closed + missing == 0;
    }

    /// A refused line, by its number as an editor shows it.
    record Refusal(long line, String reason) {}
}
