/**
 * Configures read replicas: servers, their monitor, requests as units of work, meters and
 * health.
 */
@NullMarked
package dev.orm.boot.replicas;

import org.jspecify.annotations.NullMarked;
