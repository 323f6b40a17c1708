@NullMarked
package fr.preau.catalogue;

import org.jspecify.annotations.NullMarked;
