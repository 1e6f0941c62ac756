/** What a field says of its column. */
package dev.orm.column;
