/**
 * Tenants of a Spring Boot application: who they are, and where their tables are. Wiring
 * only; the engine's session room does the work.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.tenancy;

import org.jspecify.annotations.NullMarked;
