/**
 * What all pages and endpoints share: how an exception becomes a status. Called by:
 * Spring MVC.
 */
@NullMarked
package shop.web;

import org.jspecify.annotations.NullMarked;
