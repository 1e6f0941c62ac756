package dev.orm.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.journal.Adopted;
import dev.orm.journal.Journal;
import dev.orm.migration.detect.Adoption;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.RenameCandidate;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What stays of an adopted database, and what models change nevertheless. */
class AdoptedFactsTests {

	private static final Schema FOUND = schema("table t", "column t.id bigint not null",
			"column t.stock integer not null default (0)", "index t.by_stock (stock)", "key t.t_pk (id)",
			"check t.stock_ok (\"stock\" >= 0)", "unique t.one_stock (stock)");

	private static final Schema MODELS = schema("table t", "column t.id bigint not null",
			"column t.stock integer not null", "index t.t_stock_idx (stock)", "key t.t_pkey (id)",
			"check t.t_stock_check (\"stock\" >= 0)", "unique t.t_stock_key (stock)");

	private static final Adopted ADOPTED = Adoption.of(FOUND, MODELS);

	private static Schema schema(String... facts) {
		return Schema.of(Arrays.stream(facts).map(SchemaObject::parse).toList());
	}

	private static Schema models(String from, String to) {
		return Schema.of(MODELS.lines().map((line) -> SchemaObject.parse(line.replace(from, to))).toList());
	}

	private static List<String> changes(Schema models) {
		return SchemaDiff.of(FOUND, models, ADOPTED).changes().stream().map(Change::describe).toList();
	}

	@Test
	void namesTheEngineWouldGiveAndDefaultsNobodyDeclaresStay() {
		assertThat(changes(MODELS)).isEmpty();
		assertThat(ADOPTED.ids().stream().map(ObjectId::toString).sorted().toList()).containsExactly("check t.stock_ok",
				"column t.stock", "index t.by_stock", "key t.t_pk", "unique t.one_stock");
	}

	@Test
	void aNameThatModelsGiveActs() {
		assertThat(changes(models("t_stock_idx", "my_idx"))).containsExactly("~ index t.by_stock -> my_idx");
	}

	@Test
	void aDefaultThatModelsDeclareActsAndIsTheirsFromThenOn() {
		Schema declared = models("integer not null", "integer not null default (5)");
		List<Change> changes = SchemaDiff.of(FOUND, declared, ADOPTED).changes();
		assertThat(changes).singleElement().isInstanceOf(Change.Replace.class);
		assertThat(ADOPTED.after(changes.get(0)).ids()).doesNotContain(ObjectId.column("t", "stock"));
		assertThat(SchemaDiff.of(declared, MODELS, ADOPTED.after(changes.get(0))).changes())
			.anyMatch((change) -> change.describe().endsWith("+ column t.stock integer not null"));
	}

	@Test
	void aWiderTypeKeepsTheDefault() {
		assertThat(changes(models("stock integer", "stock bigint"))).contains(
				"- column t.stock integer not null default (0)\n" + "+ column t.stock bigint not null default (0)");
	}

	@Test
	void anotherDefinitionActsUnderTheModelsName() {
		assertThat(changes(models("\"stock\" >= 0", "\"stock\" > 0")))
			.containsExactly("- check t.stock_ok (\"stock\" >= 0)", "+ check t.t_stock_check (\"stock\" > 0)");
	}

	@Test
	void namesStayWhenTheirColumnIsRenamed() {
		Schema renamed = Schema
			.of(MODELS.lines().map((line) -> SchemaObject.parse(line.replace("stock", "count"))).toList());
		Questions yes = new Questions() {

			@Override
			public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
				return Optional.of(candidates.get(0).id());
			}

			@Override
			public String fill(Column column, boolean added) {
				throw new AssertionError(column);
			}

		};
		List<Change> changes = SchemaDiff.of(FOUND, renamed, ADOPTED, Map.of(), yes).changes();
		assertThat(changes.stream().map(Change::describe)).containsExactly("~ column t.stock -> count");
		Adopted after = ADOPTED.after(changes.get(0));
		assertThat(SchemaDiff.of(FOUND.plus(changes), renamed, after).changes()).isEmpty();
	}

	@Test
	void theJournalKeepsTheWord() {
		String text = """
				orm-journal 1
				postgres 15

				V1__shop
				+ table t
				+ column t.stock integer not null default (0)  adopted
				+ index t.by_stock (stock)  adopted
				V2__more
				~ column t.stock -> count
				- index t.by_stock (count)
				+ index t.by_stock (count desc)
				""";
		Journal journal = Journal.parse("j", text);
		assertThat(journal.print()).isEqualTo(text);
		assertThat(journal.adopted().ids().stream().map(ObjectId::toString).sorted().collect(Collectors.joining(" ")))
			.isEqualTo("column t.count index t.by_stock");
		assertThat(journal.with(journal.entries())).isEqualTo(journal);
	}

}
