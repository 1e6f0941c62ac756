package dev.orm.persist;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a chain of rows is that refer to each other does not matter to a delete. */
class LongChainTests {

	private static final int LONG = 20_000;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(
			"CREATE TABLE link (id bigint PRIMARY KEY, previous_id bigint REFERENCES link DEFERRABLE INITIALLY DEFERRED)",
			"CREATE INDEX ON link (previous_id)", "CREATE TABLE odd (id bigint PRIMARY KEY, even_id bigint)",
			"CREATE INDEX ON odd (even_id)", "CREATE TABLE even (id bigint PRIMARY KEY, odd_id bigint)",
			"CREATE INDEX ON even (odd_id)");

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Link.class, Odd.class, Even.class))
		.build();

	@Test
	void aLongChainIsDeletedFromItsFirstRow() {
		database.execute("INSERT INTO link SELECT n, nullif(n - 1, 0) FROM generate_series(1, " + LONG + ") n");
		Manager<Link> links = this.orm.manager(Link.class);
		assertThat(links.delete(links.get("pk", 1)).total()).isEqualTo(LONG);
		assertThat(links.count()).isZero();
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void aLongChainOverTwoTablesIsDeleted() {
		database.execute("INSERT INTO odd SELECT n, n - 1 FROM generate_series(1, 3000) n",
				"INSERT INTO even SELECT n, n FROM generate_series(1, 3000) n");
		assertThat(this.orm.manager(Odd.class).filter("pk", 1).delete().total()).isEqualTo(6000);
	}

	@Table(name = "link")
	static class Link extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("following")
		@Nullable ForeignKey<Link> previous;

	}

	@Table(name = "odd")
	static class Odd extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("odds")
		@Nullable ForeignKey<Even> even;

	}

	@Table(name = "even")
	static class Even extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("evens")
		@Nullable ForeignKey<Odd> odd;

	}

}
