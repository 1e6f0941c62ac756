/**
 * Who made and changed a row, and when: the columns, and what pages show of them. Called
 * by: models and pages.
 */
@NullMarked
package shop.audit;

import org.jspecify.annotations.NullMarked;
