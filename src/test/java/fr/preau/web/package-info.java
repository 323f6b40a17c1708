@NullMarked
package fr.preau.web;

import org.jspecify.annotations.NullMarked;
