package dev.orm.migration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import dev.orm.journal.Version;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** Times get or lose a zone as UTC, wherever the session that migrates says it is. */
class TimeTypeTests extends ShopCommands {

	private static FieldDescription time(Class<?> type) {
		return FieldDescription.of("made", "made", type, Flag.NULLABLE);
	}

	private Migrator inNewYork() {
		return new Migrator(Flyway.configure()
			.dataSource(this.database.dataSource())
			.initSql("SET TIME ZONE 'America/New_York'")
			.locations("filesystem:" + root().resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

	@ParameterizedTest
	@CsvSource({ "--direct, TIMESTAMP, 2026-03-29 02:30:00, INSTANT, 2026-03-29 02:30:00+00",
			"--online, TIMESTAMP, 2026-03-29 02:30:00, INSTANT, 2026-03-29 02:30:00+00",
			"--direct, INSTANT, 2026-01-01 23:30:00+00, TIMESTAMP, 2026-01-01 23:30:00",
			"--direct, DATE, 2026-01-01, INSTANT, 2026-01-01 00:00:00+00",
			"--direct, INSTANT, 2026-01-01 02:00:00+00, DATE, 2026-01-01",
			"--direct, DATE, 2026-01-01, TIMESTAMP, 2026-01-01 00:00:00" })
	void whatTheSessionSaysChangesNoMoment(String way, Type before, String value, Type after, String expected) {
		this.models = products(time(before.type));
		make();
		inNewYork().migrate();
		this.database.execute("SET timezone = 'UTC'; INSERT INTO shop_product (made) VALUES ('" + value + "')");
		this.models = products(time(after.type));
		make(way);
		inNewYork().migrate();
		assertThat(made(after)).isEqualTo(expected);
		inNewYork().rollBack(new Version("0001"));
		assertThat(made(before)).startsWith(value.substring(0, 10));
	}

	/** The value as UTC, whatever the session of the query says. */
	private String made(Type type) {
		String utc = (type == Type.INSTANT) ? "(made AT TIME ZONE 'UTC')::text || '+00'" : "made::text";
		return String.valueOf(this.database.texts("SELECT " + utc + " FROM shop_product").get(0));
	}

	/** Types of times. */
	enum Type {

		TIMESTAMP(LocalDateTime.class), INSTANT(Instant.class), DATE(LocalDate.class);

		private final Class<?> type;

		Type(Class<?> type) {
			this.type = type;
		}

	}

}
