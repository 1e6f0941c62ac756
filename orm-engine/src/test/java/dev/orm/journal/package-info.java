@NullMarked
package dev.orm.journal;

import org.jspecify.annotations.NullMarked;
