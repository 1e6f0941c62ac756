/** Validation of instances, against what PostgreSQL itself refuses. */
@NullMarked
package dev.orm.validate;

import org.jspecify.annotations.NullMarked;
