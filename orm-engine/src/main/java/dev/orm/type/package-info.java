/**
 * Value types and their codecs. In: a Java value or a JDBC column. Out: a JDBC parameter
 * or a Java value. Called by: every room above.
 */
@NullMarked
package dev.orm.type;

import org.jspecify.annotations.NullMarked;
