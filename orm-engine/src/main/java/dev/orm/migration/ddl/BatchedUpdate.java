package dev.orm.migration.ddl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static dev.orm.migration.ddl.SqlText.name;

/**
 * An UPDATE of a table of any size: a block of the server's own language walks along the
 * key and commits in between, so it runs in no transaction and may be run again.
 * Immutable.
 *
 * @param table the table, as the text of its path
 * @param key the columns of its primary key
 * @param set what is set, as SQL
 * @param where the rows it is set in, as SQL
 */
public record BatchedUpdate(String table, List<String> key, String set, String where) {

	private static final int BATCH = 10_000;

	public BatchedUpdate {
		key = List.copyOf(key);
	}

	/**
	 * Return the statement.
	 * @return one block, without a semicolon at its end
	 */
	public String sql() {
		String keys = this.key.stream().map(SqlText::name).collect(Collectors.joining(", "));
		return """
				DO $$
				DECLARE
				%1$s
				BEGIN
					SELECT %2$s INTO %3$s FROM %4$s ORDER BY %2$s LIMIT 1;
					WHILE first_1 IS NOT NULL LOOP
						SELECT %2$s INTO %5$s FROM (SELECT %2$s FROM %4$s WHERE (%2$s) >= (%3$s) ORDER BY %2$s LIMIT %6$d) AS batch
							ORDER BY %7$s LIMIT 1;
						UPDATE %4$s SET %8$s
							WHERE (%2$s) >= (%3$s) AND (%2$s) <= (%5$s) AND (%9$s);
						COMMIT;
						SELECT %2$s INTO %3$s FROM %4$s WHERE (%2$s) > (%5$s) ORDER BY %2$s LIMIT 1;
					END LOOP;
				END $$"""
			.formatted(variables(), keys, numbered("first_"), SqlText.table(this.table), numbered("last_"), BATCH,
					this.key.stream().map((column) -> name(column) + " DESC").collect(Collectors.joining(", ")),
					this.set, this.where);
	}

	private String numbered(String prefix) {
		return IntStream.rangeClosed(1, this.key.size())
			.mapToObj((number) -> prefix + number)
			.collect(Collectors.joining(", "));
	}

	private String variables() {
		return IntStream.rangeClosed(1, this.key.size()).mapToObj((number) -> {
			String type = SqlText.table(this.table) + "." + name(this.key.get(number - 1)) + "%TYPE";
			return "\tfirst_%1$d %2$s;\n\tlast_%1$d %2$s;".formatted(number, type);
		}).collect(Collectors.joining("\n"));
	}

}
