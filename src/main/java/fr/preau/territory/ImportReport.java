package fr.preau.territory;

import java.util.List;

/// What an import of the directory did. `rows` lines were read; each of `created`, `updated`, `unchanged` and `closed`
/// counts schools; `merged` schools stood on several lines, `mergedRows` being the lines too many, so that
/// created + updated + unchanged + closed + mergedRows + rejected = rows, but for the `missing`: schools closed because
/// the file, which was to be complete, no longer has them.
///
/// `refusals` gives the first [#DETAILED] refused lines; `rejected` counts them all.
public record ImportReport(
        int rows,
        int created,
        int updated,
        int unchanged,
        int closed,
        int missing,
        int merged,
        int mergedRows,
        int rejected,
        List<Refusal> refusals,
        String note) {
    public static final int DETAILED = 200;

    /// A refused line, by its number as an editor shows it.
    public record Refusal(long line, String reason) {}
}
