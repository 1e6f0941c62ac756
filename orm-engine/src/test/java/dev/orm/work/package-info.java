@NullMarked
package dev.orm.work;

import org.jspecify.annotations.NullMarked;
