/**
 * Databases of an application beyond Spring Boot's one. In: properties, connection
 * details. Out: a data source, a transaction manager, a client and atomic blocks of each
 * alias. Called by: Spring Boot.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.databases;

import org.jspecify.annotations.NullMarked;
