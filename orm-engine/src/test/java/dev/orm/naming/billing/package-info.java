/** A group that names its tables. */
@ModelGroup
package dev.orm.naming.billing;

import dev.orm.annotation.ModelGroup;
