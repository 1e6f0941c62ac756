/**
 * Generates code from models at compile time. In: annotated classes. Out: source files
 * and the model index. Called by: javac.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.processor;

import org.jspecify.annotations.NullMarked;
