package fr.preau.event;

import fr.preau.event.EventContent.Picture;
import fr.preau.event.EventContent.Slot;
import fr.preau.event.EventContent.Venue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A complete event to change one thing of: `AContent.complete().titled("…").build()`.
final class AContent {
    static final LocalDate DAY = LocalDate.of(2026, 12, 2);

    private String title = "Programmer un robot";
    private String description =
            "On programme un petit robot en équipe pendant deux heures, sans rien savoir d'avance. Tout est fourni.";
    private Format format = Format.ON_SITE;
    private Set<Audience> audience = Set.of(Audience.SECONDE);
    private @Nullable Venue venue = venue("Foix", "09", "09");
    private Set<String> offeredIn = Set.of();
    private Set<Accessibility> accessibility = Set.of();
    private String contact = "Camille";
    private String mail = "contact@example.org";
    private String link = "";
    private String instructions = "";
    private @Nullable Picture picture;
    private WaitingPolicy waiting = WaitingPolicy.STRICT;
    private List<Slot> sessions = List.of(slot(DAY, "14:00", "16:00", 30, 20));

    static AContent complete() {
        return new AContent();
    }

    static Venue venue(String commune, String departement, @Nullable String located) {
        return new Venue(null, "Médiathèque", "1 place", "09000", commune, departement, located, null);
    }

    static Slot slot(
            @Nullable LocalDate day, String start, String end, @Nullable Integer capacity, @Nullable Integer classes) {
        return new Slot(
                UUID.nameUUIDFromBytes((start + end).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                day,
                LocalTime.parse(start),
                LocalTime.parse(end),
                capacity,
                classes);
    }

    AContent titled(String words) {
        title = words;
        return this;
    }

    AContent described(String words) {
        description = words;
        return this;
    }

    AContent format(Format other) {
        format = other;
        return this;
    }

    AContent forAudience(Audience... all) {
        audience = Set.of(all);
        return this;
    }

    AContent at(@Nullable Venue other) {
        venue = other;
        return this;
    }

    AContent offeredIn(String... codes) {
        offeredIn = Set.of(codes);
        return this;
    }

    AContent accessible(Accessibility... all) {
        accessibility = Set.of(all);
        return this;
    }

    AContent contact(String name, String address) {
        contact = name;
        mail = address;
        return this;
    }

    AContent link(String address) {
        link = address;
        return this;
    }

    AContent instructing(String words) {
        instructions = words;
        return this;
    }

    AContent picture(@Nullable Picture other) {
        picture = other;
        return this;
    }

    AContent sessions(Slot... all) {
        sessions = List.of(all);
        return this;
    }

    AContent waiting(WaitingPolicy policy) {
        waiting = policy;
        return this;
    }

    EventContent build() {
        return new EventContent(
                title,
                description,
                "atelier",
                format,
                audience,
                venue,
                offeredIn,
                accessibility,
                List.of(),
                contact,
                mail,
                link,
                picture,
                sessions,
                waiting,
                instructions);
    }
}
