/// Figures, measured on the packaged application: `script/bench`. Nothing here runs with the tests.
@NullMarked
package fr.preau.bench;

import org.jspecify.annotations.NullMarked;
