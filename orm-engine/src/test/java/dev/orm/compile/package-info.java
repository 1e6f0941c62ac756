/** Tests of what is kept of compiled queries. */
package dev.orm.compile;
