package fr.preau.database;

/// What this process means to do with the database (`preau.database.use`).
public enum DatabaseUse {
    /// The server: makes its own PostgreSQL and fills an empty database with the tables.
    SERVE,
    /// A command, on what is there: it never makes a database.
    JOIN,
    /// A restoration, on a database that is empty, or not there yet.
    RESTORE,
    /// Help: nothing is asked of it.
    NONE;

    /// How `script/preau` is told of it.
    public String setting() {
        return "--preau.database.use=" + name();
    }
}
