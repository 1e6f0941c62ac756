/**
 * What holds for every query, tried on random ones with a seed. In: the shop's rows. Out:
 * the seed of the first query that breaks a law.
 */
@NullMarked
package dev.orm.law;

import org.jspecify.annotations.NullMarked;
