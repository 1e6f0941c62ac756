/** Models in schemas, in groups, and of one name. */
package dev.orm.naming;
