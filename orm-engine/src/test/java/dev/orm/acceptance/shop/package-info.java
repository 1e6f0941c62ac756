/**
 * The models the acceptance cases are about, as models.json describes them. Called by:
 * the acceptance runner.
 */
@NullMarked
package dev.orm.acceptance.shop;

import org.jspecify.annotations.NullMarked;
