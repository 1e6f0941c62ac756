package dev.orm.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;

/**
 * Where tables are, if each tenant has a schema of its own: in the one its key names,
 * which the setting {@code search_path} finds. One text of SQL serves all tenants.
 * Immutable.
 *
 * @param database the alias of the database with the schemas
 * @param prefix what names of schemas begin with, before the key
 * @param shared schemas behind that of the tenant, such as those of extensions; tables of
 * tenants must not be in them
 */
public record TenantPath(String database, String prefix, List<String> shared) {

	/** The setting that finds tables. */
	public static final String SETTING = "search_path";

	/** PostgreSQL cuts longer names off, to that of another tenant in the worst case. */
	private static final int LONGEST_NAME = 63;

	/** A key may come from a host name: {@code $user} and quotes mean something. */
	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");

	/**
	 * Check the names.
	 * @throws QueryValueException if the prefix, or a shared schema, can be no name
	 */
	public TenantPath {
		shared = List.copyOf(shared);
		shared.forEach(TenantPath::requireName);
		if (!prefix.isEmpty()) {
			requireName(prefix);
		}
	}

	/**
	 * Find the tables of a tenant in the schema that is called as its key, and nowhere
	 * else.
	 * @param database the alias of the database with the schemas
	 * @return where tables are
	 */
	public static TenantPath of(String database) {
		return new TenantPath(database, "", List.of());
	}

	/**
	 * Let names of schemas begin with something.
	 * @param text such as {@code t}, so that tenant 17 is in {@code t17}
	 * @return a copy
	 */
	public TenantPath prefixed(String text) {
		return new TenantPath(this.database, text, this.shared);
	}

	/**
	 * Look into other schemas too, behind that of the tenant.
	 * @param schemas such as {@code public}, for the functions of extensions
	 * @return a copy
	 */
	public TenantPath sharing(String... schemas) {
		return new TenantPath(this.database, this.prefix, List.of(schemas));
	}

	/**
	 * Return the schema of a tenant.
	 * @param tenant its key
	 * @return the name of the schema, not quoted
	 * @throws QueryValueException if the key can name none
	 */
	public String schema(Object tenant) {
		String name = this.prefix + tenant;
		requireName(name);
		if (name.startsWith("pg_") || name.equals("information_schema") || this.shared.contains(name)) {
			throw new QueryValueException("The schema '%s' is no tenant's".formatted(name),
					Subject.ofArgument("tenant"))
				.of(tenant);
		}
		return name;
	}

	private static void requireName(String name) {
		if (!NAME.matcher(name).matches() || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
			throw new QueryValueException(
					"A key of a tenant names a schema: letters, digits, - and _, of %d bytes at most, and not '%s'"
						.formatted(LONGEST_NAME, name),
					Subject.ofArgument("tenant"));
		}
	}

	/**
	 * What the setting is for a statement.
	 * @param tenants for whom the thread works
	 * @param table the table it is about, behind its schema and a dot if it has one;
	 * empty if nobody knows
	 * @throws NoTenantException if it is a tenant's, and nobody knows whose
	 */
	String of(Tenants tenants, String table) {
		Optional<Object> tenant = tenants.current();
		if (tenant.isEmpty() && isDivided(table)) {
			throw NoTenantException.ofSchemas(table);
		}
		List<String> schemas = new ArrayList<>();
		tenant.map(this::schema).ifPresent(schemas::add);
		schemas.addAll(this.shared);
		return String.join(", ", schemas.stream().map((name) -> '"' + name + '"').toList());
	}

	/** A table with a schema of its own is found without a path. */
	private static boolean isDivided(String table) {
		return !table.isEmpty() && table.indexOf('.') < 0;
	}

}
