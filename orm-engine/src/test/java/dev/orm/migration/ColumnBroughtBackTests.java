package dev.orm.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.test.TestDatabase;
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

	/** How many values the column has after it was dropped and brought back. */
	private static int broughtBack(String type, String fact) throws SQLException {
		Schema after = schema("table seat", "column seat.hall bigint not null");
		Schema before = schema("table seat", "column seat.hall bigint not null",
				"column seat.number " + type + " not null", fact);
		Script dropped = new DdlWriter(false).write(before, SchemaDiff.of(before, after).changes(), Fills.none());
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

	private static Schema schema(String... facts) {
		return Schema.of(List.of(facts).stream().map(SchemaObject::parse).toList());
	}

}
