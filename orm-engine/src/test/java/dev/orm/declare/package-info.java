/**
 * Tests of what models declare in typed Java. In: models with Meta methods. Out:
 * orderings, declarations, errors. Called by: the build.
 */
@NullMarked
package dev.orm.declare;

import org.jspecify.annotations.NullMarked;
