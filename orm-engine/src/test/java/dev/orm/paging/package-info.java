/** Pages, cursors and request parameters, on the shop's data set. */
@NullMarked
package dev.orm.paging;

import org.jspecify.annotations.NullMarked;
