/** Belongs to the group of the package above. */
package dev.orm.naming.shipping.depot;
