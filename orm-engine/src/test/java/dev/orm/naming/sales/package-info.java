/** Models of a schema; their group is their package. */
package dev.orm.naming.sales;
