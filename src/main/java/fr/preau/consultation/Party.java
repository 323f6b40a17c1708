package fr.preau.consultation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Those who registered under one address and one link: one person, or several (a class council). `mail` is null once
/// it was forgotten.
record Party(UUID id, SessionId session, @Nullable String mail, String key, List<Participant> people) {
    /// As many as a class and those who come with it.
    static final int MOST = 40;

    Party {
        people = List.copyOf(people);
    }

    String path() {
        return pathOf(key);
    }

    static String pathOf(String key) {
        return "/consultations/mes-voeux/" + key;
    }

    List<Participant> standing() {
        return people.stream().filter(Participant::stands).toList();
    }
}
