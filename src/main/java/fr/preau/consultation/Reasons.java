package fr.preau.consultation;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Why a person has the seat they have.
@Component
class Reasons {
    Optional<Reason> of(SessionId session, Participant person) {
        return Optional.empty();
    }
}
