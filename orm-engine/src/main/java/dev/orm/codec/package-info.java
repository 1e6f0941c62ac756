/**
 * How values travel between Java and JDBC, and the words in which they are refused. In: a
 * Java value or a JDBC column. Out: a JDBC parameter or a Java value. Called by: type.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.codec;

import org.jspecify.annotations.NullMarked;
