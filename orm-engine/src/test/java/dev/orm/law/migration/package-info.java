@NullMarked
package dev.orm.law.migration;

import org.jspecify.annotations.NullMarked;
