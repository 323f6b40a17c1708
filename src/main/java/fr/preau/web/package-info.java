/// What every page is made of: the layout and form components (`src/main/jte/web`), refusals turned into pages,
/// security filters, French words for dates and numbers. No domain.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.preau.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
