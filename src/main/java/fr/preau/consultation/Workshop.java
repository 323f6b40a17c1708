package fr.preau.consultation;

import java.util.Map;

/// One workshop: what it speaks of, how many it seats, and who runs it. `kept` are the seats that only people of a
/// category may take in the draw; `reportKey` opens the rapporteur's form; `lock` grows with each change.
public record Workshop(
        WorkshopId id,
        SessionId session,
        String theme,
        String title,
        String about,
        int seats,
        Map<Category, Integer> kept,
        Place place,
        People people,
        String reportKey,
        State state,
        int lock) {
    public Workshop {
        kept = Map.copyOf(kept);
    }

    public enum State {
        HELD,
        /// The verifier refused the draw of its seats: nobody has one yet.
        WITHHELD,
        CANCELLED
    }

    public boolean cancelled() {
        return state == State.CANCELLED;
    }

    /// Whether its seats can be given.
    boolean held() {
        return state == State.HELD;
    }

    boolean withheld() {
        return state == State.WITHHELD;
    }

    public record Place(String room, String video) {}

    /// Names as the organiser wrote them; empty while nobody is found.
    public record People(String facilitator, String rapporteur) {}
}
