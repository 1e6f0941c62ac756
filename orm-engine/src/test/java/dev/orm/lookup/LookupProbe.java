package dev.orm.lookup;

import java.util.Arrays;
import java.util.List;

import dev.orm.sql.Sql;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Applies paths of transforms and lookups to the columns of one table. */
final class LookupProbe {

	static final String[] SCHEMA = {
			"CREATE TABLE sample (id bigint PRIMARY KEY, name varchar(40), body text, small smallint, count integer, big bigint,"
					+ " ratio double precision, amount numeric(12,4), flag boolean, day date, at time,"
					+ " moment timestamptz, doc jsonb, words varchar(40)[], scores integer[], matrix integer[][],"
					+ " span int4range, period tstzrange, days daterange, address inet, search tsvector)",
			"INSERT INTO sample (id, name, body, small, count, big, ratio, amount, flag, day, at, moment, doc, words, scores, matrix,"
					+ " span, period, days, address, search) VALUES"
					+ " (1, 'Alpha', 'running dogs', 1, 10, 100, 1.5, 1.5, true, '2023-12-31', '10:00', '2023-12-31 23:30+00',"
					+ " '{\"color\": \"Red\", \"size\": 3, \"tags\": [\"a\", \"b\"], \"specs\": {\"weight\": 1.5}}', '{a,b}', '{1,2,3}', '{{1,2},{3,4}}',"
					+ " '[1,10)', '[2024-01-01,2024-02-01)', '[2024-01-01,2024-02-01)', '10.0.0.1', 'dog:1 run:2'),"
					+ " (2, 'al%pha', 'cats', 2, 20, 200, 2.5, 2.5, false, '2024-01-01', '11:30:15.5', '2024-01-01 05:00+00',"
					+ " '{\"color\": null, \"size\": 10}', '{}', '{5}', '{{5,6}}', '[5,)', '(,2024-01-15)', 'empty', '10.0.0.2', 'cat:1'),"
					+ " (3, 'back\\slash_x', NULL, -3, -30, -300, 'NaN', -1.5, NULL, '2024-12-30', '23:59:59.9', '2024-11-03 06:30+00',"
					+ " 'null', '{a,c}', '{}', NULL, 'empty', NULL, NULL, NULL, NULL),"
					+ " (4, NULL, 'ÄPFEL', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)" };

	private final SqlProbe probe;

	LookupProbe(TestDatabase database) {
		this.probe = new SqlProbe(database, "sample");
	}

	static ValueType type(String column) {
		return switch (column) {
			case "name" -> ValueTypes.varchar(40);
			case "body" -> ValueTypes.TEXT;
			case "small" -> ValueTypes.SMALLINT;
			case "count" -> ValueTypes.INTEGER;
			case "big", "id" -> ValueTypes.BIGINT;
			case "ratio" -> ValueTypes.FLOAT;
			case "amount" -> ValueTypes.decimal(12, 4);
			case "flag" -> ValueTypes.BOOLEAN;
			case "day" -> ValueTypes.DATE;
			case "at" -> ValueTypes.TIME;
			case "moment" -> ValueTypes.DATETIME;
			case "doc" -> ValueTypes.JSON;
			case "words" -> ValueTypes.arrayOf(ValueTypes.varchar(40));
			case "scores" -> ValueTypes.arrayOf(ValueTypes.INTEGER);
			case "matrix" -> ValueTypes.arrayOf(ValueTypes.arrayOf(ValueTypes.INTEGER));
			case "span" -> ValueTypes.INT4RANGE;
			case "period" -> ValueTypes.TSTZRANGE;
			case "days" -> ValueTypes.DATERANGE;
			case "address" -> ValueTypes.INET;
			case "search" -> ValueTypes.TSVECTOR;
			default -> throw new IllegalArgumentException(column);
		};
	}

	static Sql column(String name) {
		return SqlProbe.column(name, type(name));
	}

	/** Resolve a path without relations, as the resolve room does. */
	static Sql condition(String path, Operand right) {
		List<String> names = Arrays.asList(path.split("__"));
		Sql left = column(names.get(0));
		LookupRegistry registry = LookupRegistry.standard();
		for (int i = 1; i < names.size(); i++) {
			boolean last = i == names.size() - 1;
			if (last && registry.lookup(names.get(i), left).isPresent()) {
				return registry.lookup(names.get(i), left).orElseThrow().apply(left, right);
			}
			left = registry.transform(names.get(i), left).orElseThrow().apply(left);
		}
		return registry.lookup("exact", left).orElseThrow().apply(left, right);
	}

	static Sql condition(String path, @Nullable Object value) {
		return condition(path, (value instanceof Operand operand) ? operand : new Operand.Value(-1, value, null));
	}

	List<@Nullable Object> ids(String path, @Nullable Object value) {
		return this.probe.ids(condition(path, value));
	}

	List<@Nullable Object> values(Sql sql) {
		return this.probe.values(sql);
	}

}
