/**
 * Generates code from models at compile time. In: annotated classes. Out: source files
 * and the model index. Called by: javac.
 */
@NullMarked
package dev.orm.processor;

import org.jspecify.annotations.NullMarked;
