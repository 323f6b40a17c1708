package fr.preau.showcase;

import java.time.LocalDate;
import java.util.List;

/// What a family allowed ends on `until`: it will be hidden the day after.
public record AuthorisationEnding(
        ProjectId project, String title, String pupil, String what, LocalDate until, List<String> mails) {}
