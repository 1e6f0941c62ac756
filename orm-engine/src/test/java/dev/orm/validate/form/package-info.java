/** Values of requests, taken over into instances. */
@NullMarked
package dev.orm.validate.form;

import org.jspecify.annotations.NullMarked;
