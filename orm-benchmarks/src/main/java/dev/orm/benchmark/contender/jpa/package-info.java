/**
 * Spring Data JPA as an application would set it up. Comes in: a data source. Goes out:
 * repositories, for the contender of that name.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.contender.jpa;

import org.jspecify.annotations.NullMarked;
