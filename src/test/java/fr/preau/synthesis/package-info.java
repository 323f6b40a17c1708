@NullMarked
package fr.preau.synthesis;

import org.jspecify.annotations.NullMarked;
