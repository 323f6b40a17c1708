@NullMarked
package fr.preau.indicator;

import org.jspecify.annotations.NullMarked;
