package dev.orm.function;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.test.SqlProbe;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Calls functions and aggregates on the columns of one table. */
final class FunctionProbe {

	static final String[] SCHEMA = {
			"CREATE TABLE sample (id bigint PRIMARY KEY, title varchar(40), body text, small smallint, count integer,"
					+ " ratio double precision, amount numeric(10,2), flag boolean, day date, at time, moment timestamptz,"
					+ " length interval)",
			"INSERT INTO sample VALUES (1, 'Alpha', 'running dogs', 1, 7, 1.5, 1.50, true, '2024-02-29', '10:20:30.5',"
					+ " '2024-11-03 05:30:15.5+00', '90 seconds'),"
					+ " (2, 'Beta', NULL, 2, 10, 2.5, 2.25, false, '2023-12-31', '23:59:59', '2024-11-03 06:30:00+00', '2 days'),"
					+ " (3, NULL, 'cats', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)" };

	private static final Map<String, ValueType> TYPES = Map.ofEntries(Map.entry("id", ValueTypes.BIGINT),
			Map.entry("title", ValueTypes.varchar(40)), Map.entry("body", ValueTypes.TEXT),
			Map.entry("small", ValueTypes.SMALLINT), Map.entry("count", ValueTypes.INTEGER),
			Map.entry("ratio", ValueTypes.FLOAT), Map.entry("amount", ValueTypes.decimal(10, 2)),
			Map.entry("flag", ValueTypes.BOOLEAN), Map.entry("day", ValueTypes.DATE), Map.entry("at", ValueTypes.TIME),
			Map.entry("moment", ValueTypes.DATETIME), Map.entry("length", ValueTypes.DURATION));

	private FunctionProbe() {
	}

	static Sql column(String name) {
		return SqlProbe.column(name, TYPES.get(name));
	}

	static Sql value(Object value) {
		return Parameter.constant(value, ValueTypes.ofValue(value)).asTyped();
	}

	static Sql call(String name, Object... arguments) {
		return call(name, Map.of(), null, arguments);
	}

	static Sql call(String name, Map<String, Object> options, @Nullable ValueType type, Object... arguments) {
		return FunctionRegistry.standard().create(new FunctionCall(name, all(arguments), options, type));
	}

	static Sql aggregate(String name, Object... arguments) {
		return aggregate(name, Map.of(), arguments);
	}

	static Sql aggregate(String name, Map<String, Object> options, Object... arguments) {
		return AggregateRegistry.standard()
			.create(new AggregateRequest(name, all(arguments), false, null, List.of(), options, null));
	}

	private static List<Sql> all(Object... arguments) {
		return Arrays.stream(arguments)
			.map((argument) -> (argument instanceof Sql sql) ? sql : value(argument))
			.toList();
	}

}
