package dev.orm.routing;

import java.util.regex.Pattern;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.model.TableOptions;

/**
 * Where a statement goes: a database and which of its servers. Immutable.
 *
 * @param alias the name of the database
 * @param target which of its servers
 */
public record Route(String alias, Target target) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

	/** The alias of the database used where nothing is said. */
	public static final String DEFAULT_ALIAS = TableOptions.DEFAULT_DATABASE;

	/** The database used where nothing is said. */
	public static final Route DEFAULT = new Route(DEFAULT_ALIAS, Target.ANY);

	public Route {
		if (!NAME.matcher(alias).matches()) {
			throw new IllegalQueryException(
					"'%s' is no name of a database. hint: letters, digits, '-' and '_'".formatted(alias),
					Subject.ofArgument("alias"));
		}
	}

	/**
	 * Name a database.
	 * @param alias its name
	 * @return the route to whichever of its servers is fit
	 * @throws IllegalQueryException if no database can be called so
	 */
	public static Route to(String alias) {
		return alias.equals(DEFAULT.alias) ? DEFAULT : new Route(alias, Target.ANY);
	}

	/**
	 * Choose among the servers of the database.
	 * @param server which
	 * @return a copy
	 */
	public Route on(Target server) {
		return (this.target == server) ? this : new Route(this.alias, server);
	}

	@Override
	public String toString() {
		return (this.target == Target.ANY) ? this.alias : this.alias + " (" + this.target + ")";
	}

}
