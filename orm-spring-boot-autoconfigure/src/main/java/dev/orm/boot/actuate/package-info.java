/**
 * What Actuator shows of the ORM. In: the model registry and the engine's events. Out:
 * descriptors that become JSON. Called by: Actuator.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.actuate;

import org.jspecify.annotations.NullMarked;
