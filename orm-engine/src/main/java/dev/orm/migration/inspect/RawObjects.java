package dev.orm.migration.inspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.schema.Raw;
import dev.orm.schema.Schema;

/**
 * Looks for objects that are known by their statements only. What it says of one is
 * whether something of that name is there; of what has none, it is taken to be.
 */
final class RawObjects {

	private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";

	private static final Pattern MADE = Pattern
		.compile("(?is)^\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+|MATERIALIZED\\s+|CONSTRAINT\\s+)*"
				+ "(VIEW|TABLE|SEQUENCE|TYPE|DOMAIN|FUNCTION|PROCEDURE|TRIGGER)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?((?:"
				+ NAME + "\\.)?(" + NAME + ")).*");

	/** What has no path that the server looks up. */
	private static final Set<String> BY_NAME = Set.of("TRIGGER", "FUNCTION", "PROCEDURE");

	private static final String MISSING = """
			SELECT place FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS one (kind, name, place)
			WHERE NOT CASE kind
				WHEN 'TRIGGER' THEN EXISTS (SELECT FROM pg_trigger WHERE tgname = name AND NOT tgisinternal)
				WHEN 'FUNCTION' THEN EXISTS (SELECT FROM pg_proc WHERE proname = name)
				WHEN 'PROCEDURE' THEN EXISTS (SELECT FROM pg_proc WHERE proname = name)
				WHEN 'TYPE' THEN to_regtype(name) IS NOT NULL
				WHEN 'DOMAIN' THEN to_regtype(name) IS NOT NULL
				ELSE to_regclass(name) IS NOT NULL END""";

	private RawObjects() {
	}

	/** Those of a schema that are there, found by one question. */
	static List<Raw> read(Connection connection, Schema ours) throws SQLException {
		List<Raw> there = new ArrayList<>(ours.all(Raw.class));
		List<Raw> asked = new ArrayList<>();
		List<String> kinds = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (Raw raw : there) {
			Matcher made = MADE.matcher(raw.create());
			if (made.matches()) {
				String kind = made.group(1).toUpperCase(Locale.ROOT);
				asked.add(raw);
				kinds.add(kind);
				names.add(BY_NAME.contains(kind) ? Raw.spoken(made.group(3)) : made.group(2));
			}
		}
		if (!asked.isEmpty()) {
			there.removeAll(missing(connection, asked, kinds, names));
		}
		return there;
	}

	private static List<Raw> missing(Connection connection, List<Raw> asked, List<String> kinds, List<String> names)
			throws SQLException {
		List<Raw> missing = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(MISSING)) {
			statement.setArray(1, connection.createArrayOf("text", kinds.toArray()));
			statement.setArray(2, connection.createArrayOf("text", names.toArray()));
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					missing.add(asked.get(rows.getInt(1) - 1));
				}
			}
		}
		return missing;
	}

}
