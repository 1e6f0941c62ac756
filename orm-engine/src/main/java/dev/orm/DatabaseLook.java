package dev.orm;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.orm.check.Problem;
import dev.orm.execute.Database;
import dev.orm.migration.inspect.check.DatabaseChecks;

/** Looks at all databases of an ORM. */
final class DatabaseLook {

	private final Orm orm;

	DatabaseLook(Orm orm) {
		this.orm = orm;
	}

	List<Problem> tenants() {
		return heard(databases().flatMap((place) -> checks(place).tenants(place.dataSource()).stream()));
	}

	/** The tables of each database, in the schemas it is said to have. */
	List<Problem> all(Function<String, List<String>> schemas) {
		return heard(databases().flatMap((place) -> {
			List<String> names = schemas.apply(place.alias());
			return (names.isEmpty() ? checks(place).all(place.dataSource())
					: checks(place).all(place.dataSource(), names))
				.stream();
		}));
	}

	private Stream<Database> databases() {
		return this.orm.statements().databases().all().stream();
	}

	private DatabaseChecks checks(Database place) {
		return new DatabaseChecks(this.orm.models(), place.alias());
	}

	private List<Problem> heard(Stream<Problem> problems) {
		return this.orm.checks().heard(this.orm.models(), problems);
	}

}
