package dev.orm;

import java.util.List;
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

	List<Problem> all() {
		return heard(databases().flatMap((place) -> checks(place).all(place.dataSource()).stream()));
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
