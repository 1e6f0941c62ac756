/**
 * The SQL of each feature of the compiler, recorded and executed. In: a query of the
 * public API. Out: the statements PostgreSQL got, compared with a file among the test
 * resources. {@code -Dgolden.update=true} records them anew.
 */
@NullMarked
package dev.orm.golden;

import org.jspecify.annotations.NullMarked;
