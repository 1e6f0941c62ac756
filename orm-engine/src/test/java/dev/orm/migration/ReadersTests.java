package dev.orm.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

import dev.orm.error.ModelDefinitionException;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is built on a column whose type changes is dropped before and made again after.
 */
class ReadersTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	private static final String TRIGGER = "raw keeps create 'CREATE TRIGGER keeps BEFORE UPDATE OF price ON item "
			+ "FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()' drop 'DROP TRIGGER keeps ON item'";

	private static Schema schema(String... facts) {
		return Schema.of(Arrays.stream(facts).map(SchemaObject::parse).toList());
	}

	private static Schema item(String price, String... more) {
		Schema table = schema("table item", "column item.id bigint not null identity", "column item.price " + price,
				"key item.item_pkey (id)");
		return table.plus(Arrays.stream(more).<Change>map((fact) -> new Change.Add(SchemaObject.parse(fact))).toList());
	}

	private static void changesThereAndBack(Schema before, Schema after) throws SQLException {
		List<Change> changes = SchemaDiff.of(before, after).changes();
		Script script = new DdlWriter(false).write(before, changes, Fills.none());
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			for (String sql : new DdlWriter(false).create(before, SchemaDiff.of(Schema.empty(), before).changes())) {
				statement.execute(sql);
			}
			statement.execute("INSERT INTO item (price) VALUES (3)");
			statement.execute(String.join(";\n", script.forward()));
			assertThat(type(statement)).isEqualTo(after.column("item", "price").orElseThrow().type());
			statement.execute(String.join(";\n", script.undo()));
			assertThat(type(statement)).isEqualTo(before.column("item", "price").orElseThrow().type());
			statement.execute("DROP TABLE item CASCADE");
		}
	}

	private static String type(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery("SELECT replace(format_type(atttypid, atttypmod), ',', ', ') "
				+ "FROM pg_attribute WHERE attrelid = 'item'::regclass AND attname = 'price'")) {
			row.next();
			return row.getString(1);
		}
	}

	@Test
	void aViewIsMadeAgain() throws SQLException {
		for (String text : List.of("SELECT id, price FROM item", "SELECT * FROM item")) {
			String view = "raw cheap create 'CREATE VIEW cheap AS " + text + "' drop 'DROP VIEW cheap'";
			changesThereAndBack(item("integer", view), item("bigint", view));
		}
	}

	@Test
	void aMaterializedViewAndATriggerOfTheColumnAreMadeAgain() throws SQLException {
		String view = "raw dear create 'CREATE MATERIALIZED VIEW dear AS SELECT price FROM item WHERE price > 9' "
				+ "drop 'DROP MATERIALIZED VIEW dear'";
		changesThereAndBack(item("integer", view, TRIGGER), item("bigint", view, TRIGGER));
	}

	@Test
	void whatReadsOtherColumnsStays() {
		String view = "raw ids create 'CREATE VIEW ids AS SELECT id FROM item' drop 'DROP VIEW ids'";
		assertThat(SchemaDiff.of(item("integer", view), item("bigint", view)).changes()).hasSize(1);
		String other = "raw f create 'CREATE FUNCTION price() RETURNS int LANGUAGE sql RETURN 1 -- item'";
		assertThat(SchemaDiff.of(item("integer", other), item("bigint", other)).changes()).hasSize(1);
	}

	@Test
	void aViewThatNothingDropsIsRefusedByName() {
		String view = "raw cheap create 'CREATE VIEW cheap AS SELECT price FROM item'";
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> SchemaDiff.of(item("integer", view), item("bigint", view)))
			.withMessage("column item.price changes, and PostgreSQL refuses that while 'cheap' reads it, of which "
					+ "nothing says how it is dropped. hint: meta.raw(name, create, drop)");
	}

	@Test
	void generatedColumnsIndexesAndChecksFollow() throws SQLException {
		String[] built = { "column item.twice bigint generated (\"price\" * 2) stored", "index item.by_price (price)",
				"index item.by_half ((\"price\" / 2))", "check item.is_price (\"price\" >= 0)",
				"index item.by_twice (twice)" };
		changesThereAndBack(item("integer", built), item("bigint", built));
		changesThereAndBack(item("bigint", built), item("numeric(12, 2)", built));
	}

	@Test
	void whatATableIsPartitionedByKeepsItsType() {
		Schema before = schema("table log partition by range (day)", "column log.day date not null");
		Schema after = schema("table log partition by range (day)", "column log.day timestamp not null");
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> SchemaDiff.of(before, after))
			.withMessageStartingWith("column log.day is what its table is partitioned by")
			.returns("log", ModelDefinitionException::model)
			.returns("day", ModelDefinitionException::attribute);
	}

}
