package dev.orm.function;

import java.util.List;
import java.util.Map;

import dev.orm.sql.Sql;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A call of an aggregate with its parts resolved. Immutable.
 *
 * @param name the Django name
 * @param arguments the arguments; {@code Column.All.ofRows()} for all rows
 * @param distinct whether duplicates count once
 * @param filter which rows count, or null
 * @param orderBy the ordering inside, of {@code SortTerm}s
 * @param options the options by name, such as {@code delimiter} or {@code sample}
 * @param type the output type asked for, or null to infer it
 */
public record AggregateRequest(String name, List<Sql> arguments, boolean distinct, @Nullable Sql filter,
		List<Sql> orderBy, Map<String, Object> options, @Nullable ValueType type) {

	public AggregateRequest {
		arguments = List.copyOf(arguments);
		orderBy = List.copyOf(orderBy);
		options = Map.copyOf(options);
	}

}
