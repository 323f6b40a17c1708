package fr.preau.attendance;

import java.time.Instant;

/// A session's list is closed: by its organiser, or by nobody once the delay is over. `presumed` when nobody counted
/// anyone.
record Closing(Instant at, boolean byOrganiser, boolean presumed) {}
