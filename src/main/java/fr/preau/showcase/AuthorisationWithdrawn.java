package fr.preau.showcase;

import java.util.List;

/// A family took back what it had allowed: it is hidden already.
public record AuthorisationWithdrawn(ProjectId project, String title, String pupil, String what, List<String> mails) {}
