package fr.preau.synthesis;

/// A statement's version leans on an item's version.
record SourceLink(StatementId statement, int statementVersion, ItemId item, int itemVersion, LinkKind kind) {}
