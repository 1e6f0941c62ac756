/** Models of every shape the processor accepts, compiled by it in this build. */
@NullMarked
package dev.orm.processor.shop;

import org.jspecify.annotations.NullMarked;
