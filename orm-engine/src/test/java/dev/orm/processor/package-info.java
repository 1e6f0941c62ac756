/** Tests of the annotation processor: what it generates, and what it refuses. */
@NullMarked
package dev.orm.processor;

import org.jspecify.annotations.NullMarked;
