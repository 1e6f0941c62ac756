/** A group with a name, a prefix and a schema of its own. */
// tag::group[]
@ModelGroup(name = "delivery", tablePrefix = "d_", schema = "sales")
package dev.orm.naming.shipping;

import dev.orm.annotation.ModelGroup;
// end::group[]
