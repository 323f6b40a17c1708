package fr.preau.territory;

import java.util.List;

/// What an import did. `rows` lines were read; each of `created`, `updated`, `unchanged` and `closed` counts schools;
/// `merged` schools stood on several lines, `mergedRows` being the lines too many, so that created + updated +
/// unchanged + closed + mergedRows + unknown + rejected = rows, but for the `missing`: schools closed because the
/// file, which was to be complete, no longer has them. `unknown` lines are about schools that the directory does not
/// have: they were set aside.
///
/// `refusals` gives the first [#DETAILED] lines refused or set aside; `rejected` counts them all.
public record ImportReport(
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
        String note) {
    public static final int DETAILED = 200;

    /// A refused line, by its number as an editor shows it.
    public record Refusal(long line, String reason) {}
}
