/** A group whose models are led back to by names of one pattern. */
// tag::group[]
@ModelGroup(name = "library", defaultRelatedName = "%(class)ss")
@NullMarked
package dev.orm.naming.library;

import dev.orm.annotation.ModelGroup;
// end::group[]
import org.jspecify.annotations.NullMarked;
