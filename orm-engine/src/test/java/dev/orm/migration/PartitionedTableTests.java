package dev.orm.migration;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.migration.ddl.OnlineScripts;
import dev.orm.migration.ddl.Script;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What tables in partitions do not take beside writers is done at once. */
class PartitionedTableTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE guest (id bigint PRIMARY KEY)",
			"CREATE TABLE visit (guest bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day)",
			"CREATE TABLE visit_2026 PARTITION OF visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");

	private static final Schema VISITS = Schema.of(
			Stream
				.of("table guest", "column guest.id bigint not null", "key guest.guest_pkey (id)",
						"table visit partition by range (day)", "column visit.guest bigint not null",
						"column visit.day date not null")
				.map(SchemaObject::parse)
				.toList());

	@ParameterizedTest
	@ValueSource(strings = { "unique visit.visit_guest_day_key (guest, day)", "key visit.visit_pkey (guest, day)",
			"foreign-key visit.visit_guest_fkey (guest) -> guest (id) deferred",
			"check visit.visit_day (day > '2000-01-01')" })
	void constraintsAreAddedAndTakenBack(String fact) {
		Script script = new OnlineScripts(VISITS).constraint(SchemaObject.parse(fact));
		for (List<String> statements : List.of(script.forward(), script.forward(), script.undo())) {
			database.execute(statements.toArray(String[]::new));
		}
		assertThat(database
			.texts("SELECT conname FROM pg_constraint WHERE conrelid = 'visit'::regclass AND contype <> 'n'"))
			.isEmpty();
	}

}
