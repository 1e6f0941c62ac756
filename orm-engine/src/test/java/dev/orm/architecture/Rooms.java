package dev.orm.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The floor plan: every room of the engine and the rooms it may use. A room is a package
 * directly below the root; what lies deeper belongs to it. A room stands below those that
 * use it, so the table has no way up.
 * <p>
 * Widening a line is a decision: say in the commit, or in an ADR, why the arrow is
 * needed.
 */
final class Rooms {

	/** The package of the front door, which may use all rooms and which no room uses. */
	static final String BASE = "dev.orm";

	static final List<Room> PLAN = List.of(
	// @formatter:off
			room("error"),
			room("session", "error"),
			room("automatic", "error"),
			room("annotation", "automatic"),
			room("choice", "annotation"),
			room("schema", "error"),
			room("journal", "schema", "error"),
			room("json"),
			room("codec", "json", "choice", "annotation", "error"),
			room("type", "codec", "json", "choice", "error"),
			room("row", "type", "codec", "error"),
			room("work"),
			room("observe", "work", "error"),
			room("cluster", "work", "observe", "error"),
			room("model", "choice", "annotation", "automatic", "row", "type", "codec", "error"),
			room("expression", "model", "type", "codec", "error"),
			room("path", "expression", "model", "type"),
			room("declare", "path", "expression", "model", "type", "error"),
			room("meta", "declare", "expression", "annotation", "model", "row", "type", "choice", "codec", "error"),
			room("check", "declare", "expression", "meta", "model", "error"),
			room("sql", "model", "type"),
			room("dialect"),
			room("function", "expression", "sql", "type", "codec", "error"),
			room("tree", "function", "expression", "sql", "type", "error"),
			room("lookup", "tree", "function", "expression", "sql", "type", "codec", "error"),
			room("routing", "meta", "model", "error"),
			room("query", "declare", "expression", "routing", "meta", "model", "error"),
			room("paging", "query", "declare", "expression", "meta", "type", "codec", "error"),
			room("signal", "routing", "meta", "model", "error"),
			room("resolve", "session", "query", "declare", "expression", "lookup", "tree", "function", "meta", "model", "sql",
					"type", "error"),
			room("render", "dialect", "sql", "model", "type", "codec"),
			room("compile", "session", "resolve", "query", "routing", "expression", "lookup", "function", "render", "dialect",
					"sql", "type", "meta", "model", "codec", "error"),
			room("execute", "session", "render", "routing", "cluster", "observe", "row", "type",
					"error"),
			room("transaction", "execute", "observe", "error"),
			room("load", "compile", "resolve", "execute", "observe", "routing", "query", "expression", "meta", "model", "row",
					"type", "codec", "error"),
			room("history", "load", "query", "expression", "meta", "model", "type"),
			room("copy", "compile", "execute", "query", "routing", "observe", "meta", "model", "sql", "type", "codec", "error"),
			room("persist", "routing", "expression", "meta", "model", "error"),
			room("instance", "session", "load", "routing", "expression", "meta", "model", "annotation", "automatic", "type", "codec",
					"error"),
			room("write", "instance", "persist", "load", "compile", "resolve", "execute", "transaction", "observe", "routing",
					"query", "declare", "expression", "meta", "model", "sql", "row", "type", "codec", "error"),
			room("succession", "write", "instance", "automatic", "compile", "resolve", "observe", "routing", "query",
					"expression", "meta", "model", "row", "sql", "type", "error"),
			room("save", "succession", "write", "instance", "persist", "load", "compile", "resolve", "observe", "routing", "query",
					"expression", "meta", "model", "row", "signal", "error"),
			room("bulk", "copy", "succession", "save", "write", "instance", "persist", "compile", "execute", "observe", "routing", "query",
					"expression", "meta", "model", "sql", "row", "type", "error"),
			room("delete", "write", "instance", "persist", "compile", "observe", "routing", "query", "expression",
					"meta", "model", "annotation", "automatic", "signal", "row", "error"),
			room("relate", "delete", "bulk", "save", "succession", "write", "instance", "persist", "load", "compile", "observe", "routing",
					"expression", "meta", "model", "sql", "signal", "row", "error"),
			room("writers", "session", "copy", "succession", "relate", "delete", "bulk", "save", "write", "instance", "persist", "load", "compile",
					"execute", "transaction", "routing", "query", "expression", "meta", "model", "automatic", "signal"),
			room("validate", "session", "declare", "compile", "resolve", "execute", "load", "observe", "routing", "query", "path",
					"expression", "meta", "model", "row", "sql", "type", "choice", "codec", "error"),
			room("migration", "annotation", "schema", "declare", "meta", "model", "expression", "resolve", "render", "dialect", "sql",
					"type", "journal", "choice", "codec", "check", "error"));
	// @formatter:on

	/**
	 * How many top-level types a package holds before it should be split by noun.
	 * Annotations are not counted: they are words of the user's language, and hold no
	 * code to get lost in.
	 */
	static final int LARGEST_PACKAGE = 30;

	/**
	 * Larger by decision: the passes of the resolver share its scope, which nobody else
	 * may see. The front door is one package, so that a user imports from one place.
	 */
	static final Map<String, Integer> LARGER_PACKAGES = Map.of(BASE, 51, BASE + ".resolve", 50);

	/** Libraries that only some rooms may touch. */
	static final Map<String, Set<String>> LIBRARIES = Map.of("org.springframework..",
			Set.of("execute", "cluster", "transaction", "signal", "copy", "error"), "io.micrometer..",
			Set.of("observe"), "org.postgresql..", Set.of("execute", "cluster", "codec", "type"), "org.flywaydb..",
			Set.of("migration.apply"));

	private Rooms() {
	}

	static List<String> names() {
		return PLAN.stream().map(Room::name).toList();
	}

	/** Return the rooms that may use a room, or a room that may. */
	static Set<String> above(String name) {
		Set<String> above = new HashSet<>(Set.of(name));
		PLAN.stream()
			.filter((room) -> room.mayUse().stream().anyMatch(above::contains))
			.forEach((room) -> above.add(room.name()));
		above.remove(name);
		return above;
	}

	private static Room room(String name, String... mayUse) {
		return new Room(name, List.of(mayUse));
	}

	/**
	 * One line of the plan.
	 *
	 * @param name the package below the root
	 * @param mayUse the rooms it may depend on, besides itself
	 */
	record Room(String name, List<String> mayUse) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
