package fr.preau.account;

import fr.preau.retention.Kept;
import java.util.List;

/// What a module keeps about someone who has an account, for « mes données ». Each module knows its own tables, so each
/// tells its own; they stand in the order of their `@Order`.
@FunctionalInterface
public interface AccountRecords {
    List<Kept> about(Person person);
}
