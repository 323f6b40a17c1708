@NullMarked
package fr.preau;

import org.jspecify.annotations.NullMarked;
