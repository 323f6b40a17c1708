/// From what was said to what is decided, and back: three levels of synthesis, in which each level says what it did
/// with every single thing the level below gave it. In 2020 the États généraux turned 610 propositions into 40 [EGN]
/// and nothing public tells how; here a line of the national synthesis leads to the rooms it comes from, and a
/// contribution to what became of it.
///
/// An [Item] is what a level has to deal with; a [Disposition] what it did with it; a [Statement] what it writes; a
/// [SourceLink] says on what. The invariants C1 to C11 named in comments are in `docs/decisions/023`, what leaves a
/// publication in `docs/decisions/031`.
@ApplicationModule(
        allowedDependencies = {
            "account",
            "consultation",
            "contribution",
            "database",
            "retention",
            "territory",
            "web",
            "wording"
        })
@NullMarked
package fr.preau.synthesis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
