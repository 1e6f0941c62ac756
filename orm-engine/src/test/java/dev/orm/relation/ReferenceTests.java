package dev.orm.relation;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Reference;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.DoesNotExistException;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.schema.ForeignKey.Action;
import dev.orm.schema.Index;
import dev.orm.schema.Schema;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.EntryPath.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How the database keeps relations is said beside them. */
class ReferenceTests {

	private static final List<Class<? extends Model>> MODELS = List.of(Ledger.class, Entry.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();

	private final Manager<Entry> entries = this.orm.manager(Entry.class);

	@Test
	void constraintsAndIndexesAreMadeAsSaid() {
		Schema schema = ModelTables.schema(TypeRegistry.standard(), MODELS);
		assertThat(schema.all(dev.orm.schema.ForeignKey.class)).extracting(dev.orm.schema.ForeignKey::line)
			.containsExactly("foreign-key entry.entry_ledger_id_fkey (ledger_id) -> ledger (id) deferred",
					"foreign-key entry.entry_strict_id_fkey (strict_id) -> ledger (id)");
		assertThat(schema.all(dev.orm.schema.ForeignKey.class)).allMatch((key) -> key.onDelete() == Action.NONE);
		assertThat(schema.all(Index.class)).extracting(Index::line)
			.containsExactly("index entry.entry_ledger_id_idx (ledger_id)",
					"index entry.entry_loose_id_idx (loose_id)");
	}

	@Test
	void aRowMayPointToNothingWhereNobodyChecks() {
		Ledger ledger = this.orm.manager(Ledger.class).create();
		Entry entry = this.entries.create(ENTRY.ledger.is(ledger), ENTRY.loose.is(4711L), ENTRY.strict.is(ledger));
		assertThat(this.entries.get(entry.id).loose.id()).isEqualTo(4711L);
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.entries.get(entry.id).loose.get());
	}

	@Test
	void whatIsNotDeferredIsCheckedAtOnce() {
		Ledger ledger = this.orm.manager(Ledger.class).create();
		this.orm.atomic().run(() -> {
			assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> this.orm.atomic()
				.run(() -> this.entries.create(ENTRY.ledger.is(ledger), ENTRY.loose.is(1L), ENTRY.strict.is(99L))));
			this.entries.create(ENTRY.ledger.is(98L), ENTRY.loose.is(1L), ENTRY.strict.is(ledger));
			this.orm.atomic().setRollbackOnly();
		});
	}

	@Table(name = "ledger")
	static class Ledger extends Model {

		@Id
		Long id;

	}

	@Table(name = "entry")
	static class Entry extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Ledger> ledger;

		// tag::reference[]
		@Reference(constraint = false)
		@OnDelete(OnDeleteAction.DO_NOTHING)
		@RelatedName("looseEntries")
		ForeignKey<Ledger> loose;

		@Reference(deferred = false, index = false)
		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("strictEntries")
		ForeignKey<Ledger> strict;

		// end::reference[]

	}

}
