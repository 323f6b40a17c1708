@NullMarked
package fr.preau.consultation;

import org.jspecify.annotations.NullMarked;
