package dev.orm.migration.files;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.orm.schema.Change;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/** Names a migration after what it changes. */
public final class MigrationNames {

	private static final int LONGEST = 60;

	private MigrationNames() {
	}

	/**
	 * Return whether a name is one that a migration may be given: what else a file
	 * written by hand is called is read as it is.
	 * @param name the name
	 * @return true if it is made of letters, digits and underscores
	 */
	public static boolean isPlain(String name) {
		return name.matches("\\w+");
	}

	/**
	 * Name a migration.
	 * @param changes its changes
	 * @param after the schema after them
	 * @param first whether it is the first one
	 * @return the name: {@code initial}, or the first object that changes
	 */
	public static String of(List<Change> changes, Schema after, boolean first) {
		if (first) {
			return "initial";
		}
		List<Change> main = changes.stream().filter((change) -> isMain(change.id().kind())).toList();
		List<Change> subjects = main.isEmpty() ? changes : main;
		Set<String> tables = new TreeSet<>(after.all(Table.class).stream().map(Table::name).toList());
		changes.forEach((change) -> tables.add(table(change)));
		String prefix = prefix(tables);
		List<String> names = subjects.stream().map((change) -> subject(change, prefix)).distinct().toList();
		String created = subjects.stream()
			.filter((change) -> change.id().kind() == ObjectKind.TABLE)
			.map((change) -> subject(change, prefix))
			.collect(Collectors.joining());
		boolean partsOfOne = created.equals(names.get(0))
				&& names.stream().skip(1).allMatch((name) -> name.startsWith(names.get(0) + "_"));
		boolean one = names.size() == 1 || partsOfOne;
		return cut(names.get(0) + (one ? "" : "_and_more"));
	}

	private static boolean isMain(ObjectKind kind) {
		return kind == ObjectKind.TABLE || kind == ObjectKind.COLUMN;
	}

	private static String table(Change change) {
		return (change.id().kind() == ObjectKind.TABLE) ? change.id().name() : change.id().table();
	}

	private static String subject(Change change, String prefix) {
		ObjectId id = change.id();
		String name = (change instanceof Change.Rename rename) ? rename.to() : id.name();
		boolean qualified = id.kind() == ObjectKind.COLUMN;
		String whole = qualified ? id.table() + "_" + name : name;
		return whole.startsWith(prefix) ? whole.substring(prefix.length()) : whole;
	}

	/** What all tables begin with, as an application's tables often do. */
	private static String prefix(Set<String> tables) {
		String first = tables.stream().filter((name) -> !name.isEmpty()).findFirst().orElse("");
		String prefix = first.substring(0, first.indexOf('_') + 1);
		boolean shared = tables.size() > 1
				&& tables.stream().filter((name) -> !name.isEmpty()).allMatch((name) -> name.startsWith(prefix));
		return shared ? prefix : "";
	}

	private static String cut(String name) {
		String plain = name.toLowerCase(Locale.ROOT).replaceAll("\\W+", "_");
		return (plain.length() > LONGEST) ? plain.substring(0, LONGEST) : plain;
	}

}
