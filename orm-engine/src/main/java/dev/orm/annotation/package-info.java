/**
 * What users write on model classes. In: source code. Out: read by the annotation
 * processor only. Called by: users.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.annotation;

import org.jspecify.annotations.NullMarked;
