package dev.orm.migration.inspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

	private RawObjects() {
	}

	/** Those of a schema that are there. */
	static List<Raw> read(Connection connection, Schema ours) throws SQLException {
		List<Raw> there = new ArrayList<>();
		for (Raw raw : ours.all(Raw.class)) {
			Matcher made = MADE.matcher(raw.create());
			if (!made.matches() || isThere(connection, made)) {
				there.add(raw);
			}
		}
		return there;
	}

	private static boolean isThere(Connection connection, Matcher made) throws SQLException {
		String kind = made.group(1).toUpperCase(Locale.ROOT);
		boolean path = !kind.equals("TRIGGER") && !kind.equals("FUNCTION") && !kind.equals("PROCEDURE");
		try (PreparedStatement statement = connection.prepareStatement(question(kind))) {
			statement.setString(1, path ? made.group(2) : bare(made.group(3)));
			try (ResultSet row = statement.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

	private static String question(String kind) {
		return switch (kind) {
			case "TRIGGER" -> "SELECT EXISTS (SELECT FROM pg_trigger WHERE tgname = ? AND NOT tgisinternal)";
			case "FUNCTION", "PROCEDURE" -> "SELECT EXISTS (SELECT FROM pg_proc WHERE proname = ?)";
			case "TYPE", "DOMAIN" -> "SELECT to_regtype(?) IS NOT NULL";
			default -> "SELECT to_regclass(?) IS NOT NULL";
		};
	}

	/** A name as the catalogue has it. */
	private static String bare(String name) {
		return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
				: name.toLowerCase(Locale.ROOT);
	}

}
