@NullMarked
package fr.preau.contribution;

import org.jspecify.annotations.NullMarked;
