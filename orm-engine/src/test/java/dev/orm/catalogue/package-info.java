/**
 * Every function, aggregate, window function, lookup and transform of the registries with
 * a sample, typed and by name. In: a table with a column of each type. Out: values, and
 * the rows of the reference pages. Called by: tests of the pages.
 */
@NullMarked
package dev.orm.catalogue;

import org.jspecify.annotations.NullMarked;
