/**
 * Makes requests units of work: what one wrote, its client's next request sees, on
 * whichever instance; and answers what escapes from controllers as problems. Nothing is
 * asked of an application that is no web application.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.web;

import org.jspecify.annotations.NullMarked;
