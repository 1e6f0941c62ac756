/**
 * What is observed of an application, which the engine's own packages are not: call sites
 * are looked for outside of them.
 */
@NullMarked
package shop.observe;

import org.jspecify.annotations.NullMarked;
