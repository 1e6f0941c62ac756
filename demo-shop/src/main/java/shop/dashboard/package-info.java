/**
 * Figures for the shop's owner. Out: one record for each panel, ready for JSON. Called
 * by: the web.
 */
@NullMarked
package shop.dashboard;

import org.jspecify.annotations.NullMarked;
