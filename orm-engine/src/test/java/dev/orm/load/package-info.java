/** Tests of what loaded instances share. */
@NullMarked
package dev.orm.load;

import org.jspecify.annotations.NullMarked;
