@NullMarked
package fr.preau.account;

import org.jspecify.annotations.NullMarked;
