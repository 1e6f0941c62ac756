package dev.orm.load.values;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows of values.
 *
 * @param names the names of the columns
 * @param rows the values, in column order
 */
public record ValueRows(List<String> names, List<@Nullable Object[]> rows) {

}
