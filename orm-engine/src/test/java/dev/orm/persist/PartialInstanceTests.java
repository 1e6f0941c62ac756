package dev.orm.persist;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.annotation.Version;
import dev.orm.execute.Database;
import dev.orm.model.Model;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What was not loaded of an instance is neither lost nor overwritten where the instance
 * is written.
 */
class PartialInstanceTests {

	private static final String PARCEL = "CREATE TABLE parcel (id bigint PRIMARY KEY, label text NOT NULL,"
			+ " weight integer NOT NULL, revision integer NOT NULL)";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(PARCEL);

	@RegisterExtension
	static final TestDatabase archive = TestDatabase.create(PARCEL);

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.database(Database.of("archive", archive.dataSource()))
		.models(List.of(Parcel.class))
		.build();

	private final Manager<Parcel> parcels = this.orm.manager(Parcel.class);

	@BeforeEach
	void fill() {
		database.execute("DELETE FROM parcel", "INSERT INTO parcel VALUES (1, 'books', 5, 0)");
		archive.execute("DELETE FROM parcel");
	}

	@Test
	void aCopyThatUpdatesARowOfAnotherDatabaseIsWhole() {
		archive.execute("INSERT INTO parcel VALUES (1, 'old', 9, 0)");
		Parcel parcel = this.parcels.only("label").get("id", 1);
		this.parcels.save(parcel, (options) -> SaveOptions.on("archive"));
		assertThat(rows("archive")).containsExactly("books 5");
	}

	@Test
	void aCopyThatIsInsertedIntoAnotherDatabaseIsWhole() {
		Parcel parcel = this.parcels.only("label").get("id", 1);
		this.parcels.save(parcel, (options) -> SaveOptions.on("archive"));
		assertThat(rows("archive")).containsExactly("books 5");
	}

	@Test
	void copiesInBulkAreWhole() {
		List<Parcel> partial = this.parcels.only("label").list();
		this.parcels.bulkCreate(partial, (options) -> BulkCreateOptions.on("archive"));
		assertThat(rows("archive")).containsExactly("books 5");
	}

	@Test
	void theVersionIsLoadedWhateverIsDeferred() {
		Parcel parcel = this.parcels.only("weight").get("id", 1);
		assertThat(parcel.deferredFields()).containsExactly("label");
		parcel.weight(7);
		Queries.expect(1, () -> this.parcels.save(parcel));
		assertThat(rows(Database.DEFAULT)).containsExactly("books 7");
		assertThat(parcel.revision()).isEqualTo(1);
	}

	@Test
	void aVersionThatHandwrittenSqlLeavesOutIsFetchedToSave() {
		Parcel parcel = this.parcels.raw("SELECT id, weight FROM parcel").list().get(0);
		parcel.weight(7);
		this.parcels.save(parcel);
		assertThat(rows(Database.DEFAULT)).containsExactly("books 7");
	}

	@Test
	void aFieldWhoseSetterRefusesAValueStaysDeferred() {
		Parcel parcel = this.parcels.only("label").get("id", 1);
		assertThatIllegalArgumentException().isThrownBy(() -> parcel.weight(-1));
		assertThat(parcel.deferredFields()).containsExactly("weight");
		assertThat(parcel.weight()).isEqualTo(5);
		this.parcels.save(parcel);
		assertThat(rows(Database.DEFAULT)).containsExactly("books 5");
	}

	@Test
	void aValueThatWasSetOutlivesASetterThatRefusesTheNext() {
		Parcel parcel = this.parcels.only("label").get("id", 1);
		parcel.weight(6);
		assertThatIllegalArgumentException().isThrownBy(() -> parcel.weight(-1));
		assertThat(parcel.weight()).isEqualTo(6);
	}

	@Test
	void aSetterMayReadWhatItSet() {
		Parcel parcel = this.parcels.only("weight").get("id", 1);
		Queries.expect(0, () -> parcel.label("toys"));
		assertThat(parcel.label()).isEqualTo("toys");
	}

	private List<String> rows(String alias) {
		return this.parcels.using(alias)
			.orderBy("id")
			.list()
			.stream()
			.map((parcel) -> parcel.label() + " " + parcel.weight())
			.toList();
	}

	@Table(name = "parcel")
	static class Parcel extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		String label;

		int weight;

		@Version
		Integer revision;

		String label() {
			return this.label;
		}

		Parcel label(String text) {
			this.label = text;
			if (label().isBlank()) {
				throw new IllegalArgumentException("A parcel needs a label");
			}
			return this;
		}

		int weight() {
			return this.weight;
		}

		void weight(int grams) {
			if (grams < 0) {
				throw new IllegalArgumentException("Nothing weighs " + grams);
			}
			this.weight = grams;
		}

		Integer revision() {
			return this.revision;
		}

	}

}
