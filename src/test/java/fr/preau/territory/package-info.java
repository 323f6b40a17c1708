@NullMarked
package fr.preau.territory;

import org.jspecify.annotations.NullMarked;
