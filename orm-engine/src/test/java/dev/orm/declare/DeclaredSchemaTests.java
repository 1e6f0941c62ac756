package dev.orm.declare;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import dev.orm.declare.Warehouse.Item;
import dev.orm.declare.Warehouse.Note;
import dev.orm.declare.Warehouse.Owner;
import dev.orm.declare.Warehouse.Rental;
import dev.orm.declare.Warehouse.Visit;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.Q;
import dev.orm.law.migration.ScratchSchema;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.DescribedBinding;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.ModelSchema;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.schema.Column;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.collate;
import static dev.orm.Functions.length;
import static dev.orm.Functions.lower;
import static dev.orm.Functions.now;
import static dev.orm.Functions.value;
import static dev.orm.declare.ExclusionOperator.EQUAL;
import static dev.orm.declare.ExclusionOperator.OVERLAPS;
import static dev.orm.declare.IndexMethod.BLOOM;
import static dev.orm.declare.IndexMethod.BRIN;
import static dev.orm.declare.IndexMethod.GIN;
import static dev.orm.declare.IndexMethod.GIST;
import static dev.orm.declare.IndexMethod.HASH;
import static dev.orm.declare.IndexMethod.SPGIST;
import static dev.orm.declare.ItemPath.ITEM;
import static dev.orm.declare.RentalPath.RENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each declaration becomes one statement, which PostgreSQL takes and takes back, and its
 * catalogue then holds what was declared.
 */
class DeclaredSchemaTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE EXTENSION btree_gist", "CREATE EXTENSION bloom",
			"CREATE EXTENSION pg_trgm");

	private static Schema schema(Consumer<Meta<Item>> item, Consumer<Meta<Rental>> rental) {
		return ModelSchema.of(ModelRegistry.bound(
				List.of(EntityBinding.of(Owner.class), said(Item.class, item), said(Rental.class, rental)),
				TypeRegistry.standard()));
	}

	@SuppressWarnings("unchecked")
	private static <T extends Model> EntityBinding<?> said(Class<T> type, Consumer<Meta<T>> meta) {
		return new DescribedBinding(EntityBinding.of(type).describe(), (any) -> meta.accept((Meta<T>) (Meta<?>) any));
	}

	private static void becomes(Consumer<Meta<Item>> meta, String... statements) {
		becomes(schema(meta, (rental) -> {
		}), statements);
	}

	private static void rentalBecomes(Consumer<Meta<Rental>> meta, String... statements) {
		becomes(schema((item) -> {
		}, meta), statements);
	}

	private static void becomes(Schema declared, String... statements) {
		Schema plain = schema((item) -> {
		}, (rental) -> {
		});
		Difference difference = SchemaDiff.of(plain, declared);
		Script script = new DdlWriter(false).write(plain, difference.changes(), difference.fills());
		assertThat(script.forward()).containsExactly(statements);
		declared.objects().forEach((fact) -> assertThat(SchemaObject.parse(fact.line())).isEqualTo(fact));
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "declared")) {
			connection.createStatement().execute("SET search_path = declared, public");
			scratch.run(new DdlWriter(false).create(plain, SchemaDiff.of(Schema.empty(), plain).changes()));
			scratch.run(script.forward());
			assertThat(tables(scratch.read(declared))).isEqualTo(tables(declared));
			scratch.run(script.undo());
			assertThat(tables(scratch.read(plain))).isEqualTo(tables(plain));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(script.forwardText() + script.undoText(), ex);
		}
	}

	/** Without extensions, which belong to the database, and what is not read back. */
	private static Schema tables(Schema schema) {
		return Schema.of(schema.objects()
			.stream()
			.filter((fact) -> fact.id().kind().isPartOfTable() || fact instanceof Table)
			.toList());
	}

	@Test
	void anIndexOfColumnsIsNamedAfterThem() {
		becomes((meta) -> meta.index(ITEM.name, ITEM.cost.desc()).include(ITEM.price),
				"CREATE INDEX \"item_name_cost_idx\" ON \"item\" (\"name\", \"cost\" DESC) INCLUDE (\"price\")");
	}

	@Test
	void anIndexThatLeadsWithAForeignKeyStandsForItsOwn() {
		becomes((meta) -> meta.index(ITEM.owner, ITEM.cost), "DROP INDEX \"item_owner_id_idx\"",
				"CREATE INDEX \"item_owner_id_cost_idx\" ON \"item\" (\"owner_id\", \"cost\")");
	}

	@Test
	void nullsStandWhereTheyAreSaid() {
		becomes((meta) -> meta.index(ITEM.rank.desc().nullsLast(), ITEM.cost.asc().nullsLast()),
				"CREATE INDEX \"item_rank_cost_idx\" ON \"item\" (\"rank\" DESC NULLS LAST, \"cost\")");
	}

	@Test
	void anIndexOfSomeRowsHasALiteralCondition() {
		becomes((meta) -> meta.index("name").where(Q.of("rank__gte", 3)).name("ranked"),
				"CREATE INDEX \"ranked\" ON \"item\" (\"name\") WHERE \"rank\" >= 3");
		becomes((meta) -> meta.index("cost").where(ITEM.name.in("it's", "${b}")).name("named"),
				"CREATE INDEX \"named\" ON \"item\" (\"cost\") WHERE \"name\" = ANY(U&'{\"it''s\",\"\\0024{b}\"}'::varchar[])");
	}

	@Test
	void anIndexOfAnExpressionIsWrittenInParentheses() {
		becomes((meta) -> meta.index(lower(ITEM.name).desc(), ITEM.price.minus(ITEM.cost)).name("lowered"),
				"CREATE INDEX \"lowered\" ON \"item\" ((LOWER(\"name\")) DESC, (\"price\" - \"cost\"))");
	}

	@Test
	void anIndexHasAMethodAnOperatorClassAndParameters() {
		becomes((meta) -> meta.index(ITEM.name).using(GIN).opclass("gin_trgm_ops").with("fastupdate", "off"),
				"CREATE EXTENSION IF NOT EXISTS \"pg_trgm\"",
				"CREATE INDEX \"item_name_idx\" ON \"item\" USING gin (\"name\" gin_trgm_ops) WITH (fastupdate=off)");
		becomes((meta) -> meta.index("name").using(HASH),
				"CREATE INDEX \"item_name_idx\" ON \"item\" USING hash (\"name\")");
		becomes((meta) -> meta.index(ITEM.createdAt).using(BRIN).with("pages_per_range", 32),
				"CREATE INDEX \"item_created_at_idx\" ON \"item\" USING brin (\"created_at\") WITH (pages_per_range=32)");
		becomes((meta) -> meta.index("rank", "name").using(BLOOM).name("any_of"),
				"CREATE EXTENSION IF NOT EXISTS \"bloom\"",
				"CREATE INDEX \"any_of\" ON \"item\" USING bloom (\"rank\", \"name\")");
		becomes((meta) -> meta.index("name").using(SPGIST),
				"CREATE INDEX \"item_name_idx\" ON \"item\" USING spgist (\"name\")");
		rentalBecomes((meta) -> meta.index(RENTAL.period).using(GIST),
				"CREATE INDEX \"rental_period_idx\" ON \"rental\" USING gist (\"period\")");
	}

	@Test
	void aUniqueConstraintIsNamedAfterItsColumns() {
		becomes((meta) -> meta.unique(ITEM.name, ITEM.guest),
				"ALTER TABLE \"item\" ADD CONSTRAINT \"item_name_guest_id_key\" UNIQUE (\"name\", \"guest_id\")");
		becomes((meta) -> meta.unique("rank").nullsNotDistinct().include("name").name("ranks"),
				"ALTER TABLE \"item\" ADD CONSTRAINT \"ranks\" UNIQUE NULLS NOT DISTINCT (\"rank\") INCLUDE (\"name\")");
		becomes((meta) -> meta.unique("rank").deferred(),
				"ALTER TABLE \"item\" ADD CONSTRAINT \"item_rank_key\" UNIQUE (\"rank\") DEFERRABLE INITIALLY DEFERRED");
	}

	@Test
	void aUniqueConstraintWithAConditionOrAnExpressionIsAUniqueIndex() {
		becomes((meta) -> meta.unique(ITEM.name).where(ITEM.rank.isNull()),
				"CREATE UNIQUE INDEX \"item_name_idx\" ON \"item\" (\"name\") WHERE \"rank\" IS NULL");
		becomes((meta) -> meta.unique(lower(ITEM.name), ITEM.rank).name("lowered").nullsNotDistinct(),
				"CREATE UNIQUE INDEX \"lowered\" ON \"item\" ((LOWER(\"name\")), \"rank\") NULLS NOT DISTINCT");
	}

	@Test
	void aCheckIsItsCondition() {
		becomes((meta) -> meta.check("margin", ITEM.price.gt(ITEM.cost)),
				"ALTER TABLE \"item\" ADD CONSTRAINT \"margin\" CHECK (\"price\" > \"cost\")");
		becomes((meta) -> meta.check("{table}_dear", ITEM.price.gt(new BigDecimal("0.50")).or(ITEM.rank.ne(1))),
				"ALTER TABLE \"item\" ADD CONSTRAINT \"item_dear\" CHECK (\"price\" > 0.50 OR NOT (\"rank\" = 1 AND \"rank\" IS NOT NULL))");
		becomes((meta) -> meta.check("long", length(ITEM.name).gt(2).and(ITEM.name.startswith("a%"))),
				"ALTER TABLE \"item\" ADD CONSTRAINT \"long\" CHECK (LENGTH(\"name\") > 2 AND \"name\"::text LIKE 'a\\%%'::text)");
		becomes((meta) -> meta.check("born", ITEM.createdAt.gte(Instant.parse("2026-01-01T00:00:00Z"))),
				"ALTER TABLE \"item\" ADD CONSTRAINT \"born\" CHECK (\"created_at\" >= '2026-01-01T00:00:00Z'::timestamp with time zone)");
	}

	@Test
	void exactlyOneCountsWhatIsNotNull() {
		becomes((meta) -> meta.exactlyOne("belongs", ITEM.owner, ITEM.guest),
				"ALTER TABLE \"item\" ADD CONSTRAINT \"belongs\" CHECK (NUM_NONNULLS(\"owner_id\", \"guest_id\") = 1)");
	}

	@Test
	void anExclusionComparesByOperators() {
		rentalBecomes(
				(meta) -> meta.exclude("no_overlap")
					.with(RENTAL.shelf, EQUAL)
					.with(RENTAL.period, OVERLAPS)
					.where(RENTAL.shelf.gt(0))
					.deferred(),
				"CREATE EXTENSION IF NOT EXISTS \"btree_gist\"",
				"ALTER TABLE \"rental\" ADD CONSTRAINT \"no_overlap\" EXCLUDE USING gist "
						+ "(\"shelf\" WITH =, \"period\" WITH &&) WHERE (\"shelf\" > 0) DEFERRABLE INITIALLY DEFERRED");
	}

	@Test
	void aGeneratedColumnIsComputedByItsExpression() throws SQLException {
		Schema notes = ModelSchema
			.of(ModelRegistry.bound(List.of(EntityBinding.of(Note.class)), TypeRegistry.standard()));
		assertThat(notes.objects()).extracting(SchemaObject::line)
			.contains("column note.area integer not null generated (\"width\" * \"height\") stored",
					"column note.search tsvector not null generated "
							+ "(setweight(to_tsvector('english'::regconfig, COALESCE(\"title\", '')), 'A')) stored");
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "notes")) {
			scratch.run(new DdlWriter(false).create(notes, SchemaDiff.of(Schema.empty(), notes).changes()));
			assertThat(tables(scratch.read(notes))).isEqualTo(tables(notes));
		}
	}

	@Test
	void aTableIsPartedByRanges() throws SQLException {
		Schema visits = ModelSchema
			.of(ModelRegistry.bound(List.of(EntityBinding.of(Visit.class)), TypeRegistry.standard()));
		assertThat(visits.objects()).extracting(SchemaObject::line).contains("table visit partition by range (day)");
		assertThat(SchemaObject.parse("table visit partition by range (day)"))
			.isEqualTo(visits.all(Table.class).get(0));
		List<String> statements = new DdlWriter(false).create(visits, SchemaDiff.of(Schema.empty(), visits).changes());
		assertThat(statements.get(0)).startsWith("CREATE TABLE \"visit\" (").endsWith(") PARTITION BY RANGE (\"day\")");
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "visits")) {
			scratch.run(statements);
			assertThat(tables(scratch.read(visits))).isEqualTo(tables(visits));
			scratch.run(List.of("INSERT INTO visit (id, day, guest) VALUES (1, '2026-05-01', 'ann')"));
			assertThat(scratch.row("visit_2026")).containsEntry("guest", "ann");
		}
	}

	@Test
	void aTableIsNotPartedLater() {
		Schema plain = Schema.of(List.of(Table.of("visit"), Column.of("visit", "day", "date", true)));
		Schema parted = Schema
			.of(List.of(new Table("visit", "", List.of("day")), Column.of("visit", "day", "date", true)));
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> SchemaDiff.of(plain, parted))
			.withMessageContaining("Table visit is partitioned by [] and would be by [day]");
	}

	/** PostgreSQL takes no operators of words there without parentheses. */
	@Test
	void aDefaultIsInParenthesesUnlessItIsOneValue() throws SQLException {
		Schema declared = schema((meta) -> {
			meta.dbDefault(ITEM.name, collate(value("none"), "C"));
			meta.dbDefault(ITEM.createdAt, now());
		}, (rental) -> {
		});
		List<String> statements = new DdlWriter(false).create(declared,
				SchemaDiff.of(Schema.empty(), declared).changes());
		assertThat(String.join("\n", statements)).contains("DEFAULT ('none'::text COLLATE \"C\")",
				"DEFAULT STATEMENT_TIMESTAMP()");
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "defaults")) {
			connection.createStatement().execute("SET search_path = defaults, public");
			scratch.run(statements);
			assertThat(tables(scratch.read(declared))).isEqualTo(tables(declared));
		}
	}

	@Test
	void aPolicyClosesTheTable() {
		becomes((meta) -> meta.policy("own", ITEM.owner.eq(Meta.setting("app.owner", Long.class))),
				"ALTER TABLE \"item\" ENABLE ROW LEVEL SECURITY", "ALTER TABLE \"item\" FORCE ROW LEVEL SECURITY",
				"CREATE POLICY \"own\" ON \"item\" USING (\"owner_id\" = NULLIF(current_setting('app.owner', TRUE), '')::bigint) "
						+ "WITH CHECK (\"owner_id\" = NULLIF(current_setting('app.owner', TRUE), '')::bigint)");
	}

	@Test
	void aPolicyHidesTheRowsOfOthersUntilItIsTakenBack() throws SQLException {
		Schema plain = schema((item) -> {
		}, (rental) -> {
		});
		Schema secured = schema((item) -> {
		}, (rental) -> rental.policy("own", RENTAL.shelf.eq(Meta.setting("app.shelf", Integer.class))));
		Script script = new DdlWriter(false).write(plain, SchemaDiff.of(plain, secured).changes(), Fills.none());
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "secured")) {
			scratch.run(new DdlWriter(false).create(plain, SchemaDiff.of(Schema.empty(), plain).changes()));
			scratch.run(script.forward());
			scratch.run(List.of("CREATE ROLE plain_reader", "GRANT USAGE ON SCHEMA secured TO plain_reader",
					"GRANT SELECT ON rental TO plain_reader",
					"INSERT INTO rental (shelf, period) VALUES (1, 'empty'), (2, 'empty')", "SET ROLE plain_reader"));
			assertThat(scratch.row("rental")).isEmpty();
			scratch.run(List.of("SET app.shelf = '2'"));
			assertThat(scratch.row("rental")).containsEntry("shelf", "2");
			scratch.run(List.of("RESET ROLE", "RESET app.shelf"));
			scratch.run(script.undo());
			scratch.run(List.of("SET ROLE plain_reader"));
			assertThat(scratch.row("rental")).containsEntry("shelf", "1");
			scratch.run(List.of("RESET ROLE", "DROP OWNED BY plain_reader", "DROP ROLE plain_reader"));
		}
	}

	@Test
	void aRawObjectIsItsStatements() {
		becomes((meta) -> meta.raw("{table}_names", "CREATE VIEW names AS SELECT name FROM item", "DROP VIEW names"),
				"CREATE VIEW names AS SELECT name FROM item");
	}

	@Test
	void anExtensionIsMadeFirst() {
		becomes((meta) -> meta.extension("pg_trgm"), "CREATE EXTENSION IF NOT EXISTS \"pg_trgm\"");
	}

	@Test
	void aConditionThatCannotBeWrittenIsRefusedInWords() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> schema((meta) -> meta.check("odd", Q.of("name__sounds", "x")), (rental) -> {
			}))
			.withMessageContaining("The check 'odd' of Item cannot be written as SQL")
			.withMessageContaining("sounds");
	}

	@Test
	void twoModelsMayNotNameTwoIndexesAlike() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(
					() -> schema((meta) -> meta.index("name").name("same"), (meta) -> meta.index("shelf").name("same")))
			.withMessageContaining(
					"gives the name 'same', which a table, an index or a constraint of another model has");
	}

}
