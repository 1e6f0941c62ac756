package dev.orm.type;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.row.StoredValueException;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * PostgreSQL lets a column {@code integer[]} hold arrays of any number of dimensions; an
 * attribute holds one. Others are neither read nor written back.
 */
class ArrayRefusalTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create("CREATE TABLE counted (id bigint PRIMARY KEY, name text, list integer[], plain integer[])");

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(List.of(Counted.class)).build();

	private final Manager<Counted> counted = this.orm.manager(Counted.class);

	@ParameterizedTest
	@ValueSource(strings = { "list", "plain" })
	void rowsOfNumbersAreNotReadWhereNumbersAreDeclared(String column) {
		storeRows(column);

		refused(column, (rows) -> rows.get("id", 7));
		refused(column, (rows) -> rows.filter("id", 7).list());
		refused(column, (rows) -> rows.flat(column).list());
		refused(column, (rows) -> rows.values("id", column).list());
	}

	@Test
	void theyStayWhatTheyAreWhenAnotherColumnIsWritten() {
		storeRows("list");
		Counted row = new Counted();
		row.id = 7L;
		row.name = "changed";
		this.counted.save(row, (how) -> how.updateFields(List.of("name")));
		this.counted.filter("id", 7).update("name", "changed again");

		assertThat(this.orm.sql("SELECT list::text FROM counted WHERE name = 'changed again'").flat(String.class))
			.containsExactly("{{1,2},{3,4}}");
	}

	private static void storeRows(String column) {
		database.execute("TRUNCATE counted",
				"INSERT INTO counted (id, %s) VALUES (7, '{{1,2},{3,4}}')".formatted(column));
	}

	private void refused(String column, Consumer<Manager<Counted>> read) {
		assertThatExceptionOfType(StoredValueException.class).isThrownBy(() -> read.accept(this.counted))
			.withMessageContaining(column)
			.withMessageContaining("integer[]")
			.withMessageNotContaining("3");
	}

	@Table(name = "counted")
	static class Counted extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@Nullable String name;

		@Nullable List<Integer> list;

		int @Nullable [] plain;

	}

}
