/**
 * The pages of suppliers: who sells what, and their data. Called by: the web.
 */
@NullMarked
package shop.supplier;

import org.jspecify.annotations.NullMarked;
