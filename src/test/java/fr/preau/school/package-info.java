@NullMarked
package fr.preau.school;

import org.jspecify.annotations.NullMarked;
