/** Parents of models that live in another package. */
@NullMarked
package dev.orm.processor.base;

import org.jspecify.annotations.NullMarked;
