@NullMarked
package fr.preau.showcase;

import org.jspecify.annotations.NullMarked;
