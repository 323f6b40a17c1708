package fr.preau.account;

import java.util.List;

/// What a module lets this person do, for « mon espace ». Each module knows its own pages, so each gives its own doors;
/// they stand in the order of their `@Order`.
@FunctionalInterface
public interface Doors {
    List<Door> doorsFor(Viewer viewer);
}
