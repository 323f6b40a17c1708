package fr.preau.event;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An event's content as the fields of its form hold it.
final class EventFormWords {
    private EventFormWords() {}

    static Map<String, Object> of(EventContent content) {
        var fields = new HashMap<String, Object>();
        fields.put("title", content.title());
        fields.put("description", content.description());
        fields.put("kind", content.kind());
        fields.put("format", content.format() == null ? "" : content.format().name());
        fields.put("audience", content.audience().stream().map(Enum::name).toList());
        fields.put("offeredIn", content.offeredIn().stream().toList());
        fields.put(
                "accessibility",
                content.accessibility().stream().map(Enum::name).toList());
        fields.put("contactName", content.contactName());
        fields.put("contactMail", content.contactMail());
        fields.put("link", content.link());
        fields.put("instructions", content.instructions());
        fields.putAll(of(content.venue()));
        fields.putAll(of(content.waiting()));
        return fields;
    }

    /// Three passes are proposed to whoever chooses to fill.
    static Map<String, Object> of(WaitingPolicy policy) {
        return policy.isStrict()
                ? Map.of("waitingOrder", "STRICT", "waitingPasses", "3")
                : Map.of("waitingOrder", "FILL", "waitingPasses", String.valueOf(policy.passes()));
    }

    private static Map<String, Object> of(EventContent.@Nullable Venue venue) {
        if (venue == null) {
            return Map.of();
        }
        if (venue.school() != null) {
            var school = "%s, %s (%s)".formatted(venue.name(), venue.commune(), venue.school());
            return Map.of("placeKind", "school", "school", school);
        }
        return Map.of(
                "placeKind", "address",
                "venueName", venue.name(),
                "address", venue.address(),
                "postcode", venue.postcode(),
                "commune", venue.commune(),
                "departement", venue.departement());
    }

    static Map<String, String> of(EventContent.Slot slot) {
        var row = new HashMap<String, String>();
        row.put("id", slot.id().toString());
        row.put("day", Objects.toString(slot.day(), ""));
        row.put("start", hour(slot.start()));
        row.put("end", hour(slot.end()));
        row.put("capacity", Objects.toString(slot.capacity(), ""));
        row.put("classSeats", Objects.toString(slot.classSeats(), ""));
        return row;
    }

    static Map<String, String> of(EventContent.Speaker speaker) {
        var gender = speaker.gender();
        return Map.of("name", speaker.name(), "role", speaker.role(), "gender", gender == null ? "" : gender.name());
    }

    private static String hour(@Nullable LocalTime time) {
        return Objects.toString(time, "");
    }
}
