package fr.preau.programme;

import fr.preau.web.Form;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// An edition as pilots type it: hours are those of Paris; one kind a line, one partner a line (`name |
/// address`). Its fields are in the order of the page, as what is to correct is listed.
record EditionForm(
        @NotBlank(message = "Donnez un nom à l'édition.") @Size(max = 100, message = "Écrivez 100 caractères au plus.")
        String name,

        @NotBlank(message = "Donnez l'année scolaire.")
        @Pattern(regexp = "|\\d{4}-\\d{4}", message = "Écrivez l'année scolaire ainsi : 2026-2027.")
        String schoolYear,

        @NotNull(message = "Choisissez le premier jour de la semaine.") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate firstDay,

        @NotNull(message = "Choisissez le dernier jour de la semaine.") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate lastDay,

        @NotNull(message = "Dites quand les propositions ouvrent.") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime submissionsOpen,

        @NotNull(message = "Dites quand les propositions ferment.") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime submissionsClose,

        @NotNull(message = "Dites quand les inscriptions ouvrent.") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime registrationsOpen,

        @NotNull(message = "Dites quand les inscriptions ferment.") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime registrationsClose,

        @NotNull(message = "Dites combien d'heures une place proposée est gardée.")
        @Range(min = 1, max = 168, message = "Une place proposée est gardée de 1 à 168 heures.")
        Integer offerHours,

        @Nullable Boolean waitingRoom,

        @NotBlank(message = "Nommez au moins un genre d'événement, un par ligne.")
        @Size(max = 3000, message = "Écrivez 3000 caractères au plus.")
        String kinds,

        @Size(max = 3000, message = "Écrivez 3000 caractères au plus.") @Nullable
        String partners,

        @Nullable Boolean delegated,
        @Nullable Integer lock) {
    private static final int LONGEST_WEEK = 14;

    boolean isDelegated() {
        return Boolean.TRUE.equals(delegated);
    }

    boolean hasWaitingRoom() {
        return Boolean.TRUE.equals(waitingRoom);
    }

    /// How many times the edition had been written when its page was made; never, when that is not said.
    int seen() {
        return lock == null ? -1 : lock;
    }

    /// What no annotation can say.
    void check(Form form) {
        if (firstDay != null && lastDay != null && !isWeek()) {
            form.refuse("lastDay", "Le dernier jour vient après le premier, et la semaine fait 14 jours au plus.");
        }
        if (!inOrder(submissionsOpen, submissionsClose)) {
            form.refuse("submissionsClose", "Les propositions ferment après avoir ouvert.");
        }
        if (!inOrder(registrationsOpen, registrationsClose)) {
            form.refuse("registrationsClose", "Les inscriptions ferment après avoir ouvert.");
        }
        if (!inOrder(submissionsOpen, registrationsClose)) {
            form.refuse("registrationsClose", "Les inscriptions ferment après l'ouverture des propositions.");
        }
        checkYears(form);
        checkLines(form);
    }

    private boolean isWeek() {
        return !lastDay.isBefore(firstDay) && lastDay.isBefore(firstDay.plusDays(LONGEST_WEEK));
    }

    private static boolean inOrder(@Nullable LocalDateTime before, @Nullable LocalDateTime after) {
        return before == null || after == null || before.isBefore(after);
    }

    private void checkYears(Form form) {
        var years = (schoolYear == null ? "" : schoolYear).split("-", 2);
        if (years.length == 2
                && years[0].matches("\\d{4}")
                && !years[1].equals(String.valueOf(Integer.parseInt(years[0]) + 1))) {
            form.refuse("schoolYear", "La seconde année suit la première : 2026-2027.");
        }
        if (firstDay != null && (firstDay.getYear() < 2000 || firstDay.getYear() > 2199)) {
            form.refuse("firstDay", "Cette année est trop lointaine.");
        }
    }

    private void checkLines(Form form) {
        if (lines(kinds).stream()
                .anyMatch(line -> line.length() > 60 || code(line).isEmpty())) {
            form.refuse("kinds", "Un genre tient en 60 caractères, avec des lettres.");
        }
        for (var partner : partnerLines()) {
            var site = partner.site();
            if (site != null && !site.matches("https?://[^\\s/]+\\.[^\\s]+")) {
                form.refuse("partners", "L'adresse d'un partenaire commence par https://.");
                return;
            }
        }
    }

    /// `before` keeps the codes of the kinds it had, by their name; a kind reworded on its line keeps its code
    /// too.
    Edition edition(UUID id, List<Edition.Kind> before) {
        return new Edition(
                new EditionId(id),
                tidy(name),
                firstDay,
                lastDay,
                instant(submissionsOpen),
                instant(submissionsClose),
                instant(registrationsOpen),
                instant(registrationsClose),
                schoolYear,
                kinds(before),
                partnerLines(),
                isDelegated(),
                offerHours,
                hasWaitingRoom());
    }

    private List<Edition.Kind> kinds(List<Edition.Kind> before) {
        var names = lines(kinds);
        var kept = names.size() >= before.size() ? before : List.<Edition.Kind>of();
        var all = new ArrayList<Edition.Kind>();
        var codes = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var place = i;
            var code = before.stream()
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .or(() -> place < kept.size()
                                    && !names.contains(kept.get(place).name())
                            ? java.util.Optional.of(kept.get(place))
                            : java.util.Optional.empty())
                    .map(Edition.Kind::code)
                    .orElseGet(() -> code(name));
            if (codes.add(code)) {
                all.add(new Edition.Kind(code, name));
            }
        }
        return all;
    }

    private List<Edition.Partner> partnerLines() {
        return lines(Objects.requireNonNullElse(partners, "")).stream()
                .map(line -> line.split("\\|", 2))
                .map(parts -> new Edition.Partner(
                        parts[0].strip(), parts.length < 2 || parts[1].isBlank() ? null : parts[1].strip()))
                .filter(partner -> !partner.name().isEmpty())
                .toList();
    }

    private static List<String> lines(@Nullable String text) {
        return (text == null ? "" : text)
                .lines()
                .map(EditionForm::tidy)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String tidy(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String code(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static Instant instant(LocalDateTime paris) {
        return paris.atZone(Editions.PARIS).toInstant();
    }

    static EditionForm of(Edition edition, int lock) {
        return new EditionForm(
                edition.name(),
                edition.schoolYear(),
                edition.firstDay(),
                edition.lastDay(),
                paris(edition.submissionsOpen()),
                paris(edition.submissionsClose()),
                paris(edition.registrationsOpen()),
                paris(edition.registrationsClose()),
                edition.offerHours(),
                edition.waitingRoom(),
                edition.kinds().stream().map(Edition.Kind::name).collect(Collectors.joining("\n")),
                edition.partners().stream()
                        .map(one -> one.site() == null ? one.name() : one.name() + " | " + one.site())
                        .collect(Collectors.joining("\n")),
                edition.delegated(),
                lock);
    }

    private static LocalDateTime paris(Instant instant) {
        return LocalDateTime.ofInstant(instant, Editions.PARIS).withSecond(0).withNano(0);
    }
}
