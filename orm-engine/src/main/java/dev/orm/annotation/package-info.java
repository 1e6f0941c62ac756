/**
 * What users write on model classes. In: source code. Out: read by the annotation
 * processor only. Called by: users.
 */
@NullMarked
package dev.orm.annotation;

import org.jspecify.annotations.NullMarked;
