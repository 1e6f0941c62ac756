package dev.orm.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A column that took no NULL and told rows apart is dropped; the undo brings it back,
 * with values that differ from row to row.
 */
class ColumnBroughtBackTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	@ParameterizedTest
	@ValueSource(strings = { "smallint", "integer", "bigint", "numeric(6, 0)", "double precision", "text", "varchar(9)",
			"char(9)", "date", "timestamp", "timestamp with time zone", "interval", "uuid", "bytea", "inet", "jsonb" })
	void aPartOfAUniqueConstraintDiffersFromRowToRow(String type) throws SQLException {
		assertThat(broughtBack(type, "unique seat.seat_hall_number_key (hall, number)")).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "unique seat.seat_number_key (number)", "key seat.seat_pkey (hall, number)",
			"index seat.seat_number_idx unique ((\"number\" + 1))",
			"exclusion seat.seat_apart using btree (\"number\" WITH =)" })
	void soDoesWhatElseTellsRowsApart(String fact) throws SQLException {
		assertThat(broughtBack("integer", fact)).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "index seat.seat_number_idx (number)", "check seat.seat_check (\"number\" >= 0)" })
	void whatTellsNoRowsApartGetsAValueThatMeansNothing(String fact) throws SQLException {
		assertThat(broughtBack("integer", fact)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "integer|check seat.seat_check (\"number\" > 0)",
			"numeric(4, 2)|check seat.seat_check (\"number\" BETWEEN 1 AND 5)",
			"integer|check seat.seat_check (\"number\" >= 10 AND \"number\" < 20)",
			"text|check seat.seat_check (\"number\" IN ('b', 'c'))",
			"varchar(9)|check seat.seat_check (\"number\" = ANY('{\"x y\",\"it''s\"}'::varchar[]))",
			"varchar(9)|check seat.seat_check (char_length(\"number\") = 3)",
			"text|check seat.seat_check ((length(\"number\") > 2) AND (\"number\" <> 'xx'))",
			"text|check seat.seat_check (\"number\" <> '' OR \"number\" = 'none')",
			"boolean|check seat.seat_check (\"number\")",
			"double precision|check seat.seat_check (\"number\" BETWEEN '0.5'::double precision AND '5.0'::double precision)" })
	void aCheckGetsAValueItTakes(String typed) throws SQLException {
		String[] parts = typed.split("\\|", 2);
		assertThat(broughtBack(parts[0], parts[1])).isEqualTo(1);
	}

	@Test
	void numbersOfRowsPassAChecksLowerBound() throws SQLException {
		assertThat(broughtBack("integer", "unique seat.seat_number_key (number)",
				"check seat.seat_check (\"number\" > 0)"))
			.isEqualTo(3);
	}

	@Test
	void aFlagDiffersWhereTheRestOfAUniqueConstraintIsTheSame() throws SQLException {
		assertThat(broughtBack("boolean", "unique seat.seat_hall_number_key (hall, number)")).isEqualTo(2);
	}

	/** The undo refuses to run where it would fail, and runs where it does not. */
	@ParameterizedTest
	@ValueSource(strings = { "text|check seat.seat_check (\"number\" ~ '^[A-Z]{3}$')",
			"integer|check seat.seat_check (\"number\" < \"hall\")",
			"text|unique seat.seat_number_key (number)|check seat.seat_check (char_length(\"number\") = 3)",
			"boolean|index seat.seat_number_idx unique (number)", "point",
			"bigint|foreign-key seat.seat_number_fkey (number) -> hall (id) outside deferred" })
	void whereNoValueIsKnownTheUndoSaysSo(String typed) throws SQLException {
		String[] parts = typed.split("\\|");
		String[] facts = Arrays.copyOfRange(parts, 1, parts.length);
		assertThat(dropped(parts[0], facts).undo().get(0)).startsWith(
				"-- orm:irreversible if EXISTS (SELECT FROM \"seat\") because no value is known for seat.number: ");
	}

	/** How many values the column has after it was dropped and brought back. */
	private static int broughtBack(String type, String... facts) throws SQLException {
		Script dropped = dropped(type, facts);
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("DROP TABLE IF EXISTS seat");
			statement.execute("CREATE TABLE seat (hall bigint NOT NULL)");
			statement.execute("INSERT INTO seat VALUES (1), (1), (2)");
			for (String sql : dropped.undo()) {
				statement.execute(sql);
			}
			try (ResultSet row = statement.executeQuery("SELECT count(DISTINCT number::text) FROM seat")) {
				row.next();
				return row.getInt(1);
			}
		}
	}

	private static Script dropped(String type, String... facts) {
		List<String> all = new ArrayList<>(List.of("table seat", "column seat.hall bigint not null"));
		Schema after = schema(all.toArray(String[]::new));
		all.add("column seat.number " + type + " not null");
		all.addAll(List.of(facts));
		Schema before = schema(all.toArray(String[]::new));
		return new DdlWriter(false).write(before, SchemaDiff.of(before, after).changes(), Fills.none());
	}

	private static Schema schema(String... facts) {
		return Schema.of(List.of(facts).stream().map(SchemaObject::parse).toList());
	}

}
