package fr.preau.territory;

import java.util.Optional;
import java.util.function.Function;

/// A kind of file we read: the columns it may have, what it is called, and why a header is not its own.
record FileKind<C extends Enum<C> & Column>(
        Class<C> columns, String called, Function<Columns<C>, Optional<String>> refusal) {
    static final FileKind<SchoolColumn> DIRECTORY =
            new FileKind<>(SchoolColumn.class, "un annuaire d'établissements", SchoolColumn::refusal);
    static final FileKind<SpecialityColumn> SPECIALITIES =
            new FileKind<>(SpecialityColumn.class, "un fichier d'effectifs par spécialité", SpecialityColumn::refusal);
}
