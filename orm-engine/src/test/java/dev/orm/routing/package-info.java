/** Tests of which database answers. */
@NullMarked
package dev.orm.routing;

import org.jspecify.annotations.NullMarked;
