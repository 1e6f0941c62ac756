/** An application whose tests these are. */
@NullMarked
package dev.orm.boot.test.library;

import org.jspecify.annotations.NullMarked;
