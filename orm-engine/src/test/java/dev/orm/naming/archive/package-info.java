/** A model of the name, and a table of the name, that another package has too. */
@ModelGroup(schema = "archive")
package dev.orm.naming.archive;

import dev.orm.annotation.ModelGroup;
