/** Models that live in a database of their own. */
// tag::group[]
@ModelGroup(database = "archive")
package dev.orm.routing.attic;

// end::group[]

import dev.orm.annotation.ModelGroup;
