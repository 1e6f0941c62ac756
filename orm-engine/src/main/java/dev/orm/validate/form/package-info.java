/**
 * Takes what requests give over into instances. Comes in: parameters or the tree of a
 * document. Goes out: what could not be taken over. Called by: the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.validate.form;

import org.jspecify.annotations.NullMarked;
