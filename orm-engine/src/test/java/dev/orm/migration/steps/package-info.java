@NullMarked
package dev.orm.migration.steps;

import org.jspecify.annotations.NullMarked;
