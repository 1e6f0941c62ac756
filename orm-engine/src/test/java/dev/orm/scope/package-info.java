/** Which rows queries see by themselves, in each place a table stands, on PostgreSQL. */
@NullMarked
package dev.orm.scope;

import org.jspecify.annotations.NullMarked;
