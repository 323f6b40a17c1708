package fr.preau.contribution;

import fr.preau.contribution.Contribution.Room;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a contribution says, or said in a former version: `why` tells why it replaced the one before, `erased` why its
/// words are gone, null while they stand; `seen` that everyone may read it: what was corrected before it was read over
/// never was public.
public record Wording(
        int version,
        Nature nature,
        String text,
        Room room,
        LocalDate day,
        String why,
        @Nullable String erased,
        boolean seen) {}
