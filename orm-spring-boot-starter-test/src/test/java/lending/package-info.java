/**
 * The application of the tutorial about a model layer of one's own.
 */
@NullMarked
package lending;

import org.jspecify.annotations.NullMarked;
