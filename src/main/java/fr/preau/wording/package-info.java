/// Honest help with words: which texts are the same, nearly the same, perhaps opposed, or worth reading side by side.
/// By comparison of words alone: nothing is ever grouped, linked or said without a person, and everything works with
/// this switched off.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.preau.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
