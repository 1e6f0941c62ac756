/**
 * What tests share: a PostgreSQL for the JVM, fresh databases and query counts. In:
 * schema statements. Out: a data source. Called by: tests.
 */
@NullMarked
package dev.orm.test;

import org.jspecify.annotations.NullMarked;
