package fr.preau.contribution;

import fr.preau.contribution.Contribution.Room;
import java.util.ArrayList;

/// How a room stood, in words.
final class RoomWords {
    /// Below, a count tells of people who can be told apart (design decision 14).
    private static final int PUBLIC = 11;

    private RoomWords() {}

    /// « 12 pour, 3 contre »; empty when nobody counted.
    static String of(Room room) {
        var words = new ArrayList<String>();
        if (room.agree() != null) {
            words.add(room.agree() + " pour");
        }
        if (room.against() != null) {
            words.add(room.against() + " contre");
        }
        if (room.neither() != null) {
            words.add(room.neither() + " ni l'un ni l'autre");
        }
        return String.join(", ", words);
    }

    /// What everyone may read of it.
    static String shown(Room room) {
        var counted = LineForm.sum(room);
        return counted > 0 && counted < PUBLIC ? "Moins de %d personnes comptées.".formatted(PUBLIC) : of(room);
    }
}
