package fr.preau.registration;

import fr.preau.retention.Kept;
import java.util.List;

/// What a module above keeps about one registration (its letters, a certificate), for « mes données »: each tells its
/// own, in the order of their `@Order`.
@FunctionalInterface
public interface RegistrationRecords {
    List<Kept> about(RegistrationId registration);
}
