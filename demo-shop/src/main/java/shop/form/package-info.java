/**
 * Forms made of models: what a page shows of a model's fields, and what becomes of what
 * is filled in. Called by: the pages that change rows.
 */
@NullMarked
package shop.form;

import org.jspecify.annotations.NullMarked;
