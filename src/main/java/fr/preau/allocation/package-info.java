/// Who gets which workshop: ranked wishes and seats in, one exact and unique seating out, with prices that prove it,
/// the
/// explanation each person is owed, and the pass after withdrawals that harms nobody. Plain Java: no framework, no
/// database, no clock, no randomness but a seed that is given. What the three rules mean is in `docs/allocation.md`.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.preau.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
