package fr.preau.school;

import fr.preau.event.CalendarFile;
import fr.preau.programme.Edition;
import fr.preau.territory.School;
import fr.preau.web.French;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A school's programme for an edition, its entries by date. `commitment` is null while the school takes no part.
record Programme(School school, Edition edition, @Nullable Commitment commitment, List<ProgrammeEntry> entries) {
    /// « du lundi 7 au samedi 12 décembre 2026 ».
    String days() {
        return French.days(edition.firstDay(), edition.lastDay());
    }

    boolean isPublished() {
        return commitment != null && commitment.isPublished();
    }

    /// What one can still be told to go to, neither cancelled nor over: where families find seats first.
    List<ProgrammeEntry> announced(Instant now) {
        return familiesFirst(now).stream()
                .filter(entry -> !entry.cancelled() && !entry.isOver(now))
                .toList();
    }

    /// As those who are not of the school read it: where they may go themselves, then the rest, each by date.
    List<ProgrammeEntry> familiesFirst(Instant now) {
        return Stream.concat(
                        entries.stream().filter(entry -> entry.welcomesFamilies(now)),
                        entries.stream().filter(entry -> !entry.welcomesFamilies(now)))
                .toList();
    }

    /// Sentences that wait for the head.
    long waiting() {
        return entries.stream()
                .map(ProgrammeEntry::recommendation)
                .filter(advice -> advice != null && advice.waits())
                .count();
    }

    /// Cancelled sessions stay, marked: a calendar that has them follows.
    List<CalendarFile.Entry> calendar() {
        return entries.stream()
                .flatMap(entry ->
                        entry.sessions().stream().map(session -> new CalendarFile.Entry(entry.event(), session)))
                .toList();
    }
}
