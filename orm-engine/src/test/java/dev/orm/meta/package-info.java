/**
 * Tests of the linked metamodel. In: models of their own. Out: fields, relations, errors.
 * Called by: the build.
 */
@NullMarked
package dev.orm.meta;

import org.jspecify.annotations.NullMarked;
