/**
 * Configures read replicas: servers, their monitor, requests as units of work, meters and
 * health.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.replicas;

import org.jspecify.annotations.NullMarked;
