@NullMarked
package dev.orm.migration;

import org.jspecify.annotations.NullMarked;
