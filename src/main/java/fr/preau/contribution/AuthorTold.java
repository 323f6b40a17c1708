package fr.preau.contribution;

/// Something that who wrote online must be told, at the address they gave. `path` is their own page, `reason` why it is
/// read no more, empty otherwise.
public record AuthorTold(
        What what, ContributionId id, String reference, String consultation, String mail, String path, String reason) {
    public enum What {
        RECEIVED,
        PUBLISHED,
        /// Masked, or erased for the law.
        HIDDEN,
        /// Taken back by who wrote it.
        WITHDRAWN
    }
}
