@NullMarked
package fr.preau.wording;

import org.jspecify.annotations.NullMarked;
