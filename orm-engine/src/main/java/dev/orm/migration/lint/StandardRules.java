package dev.orm.migration.lint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.orm.migration.ddl.TypeChange;
import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.Exclusion;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Unique;

/** The rules there are without any of the application's. */
final class StandardRules {

	/** A statement that changes rows, with the table it names. */
	private static final Pattern ROWS = Pattern.compile("(?im)^\\s*(?:UPDATE|DELETE FROM)\\s+(?:ONLY\\s+)?([\\w.\"]+)");

	private static final Pattern PARTITION = Pattern
		.compile("(?i)\\bATTACH PARTITION\\b|\\bDETACH PARTITION\\b(?![^;]*CONCURRENTLY)");

	private static final Pattern NO_TIMEOUT = Pattern.compile("(?i)\\block_timeout\\s*(?:=|TO)\\s*'?0");

	private static final Pattern CONCURRENTLY = Pattern
		.compile("(?i)\\b(?:INDEX|REINDEX|PARTITION|VIEW)\\b[^;]*\\bCONCURRENTLY\\b");

	/** The collations servers are installed with: of PostgreSQL, of ICU, of systems. */
	private static final Pattern OF_SERVERS = Pattern.compile(
			"C|POSIX|default|unicode|ucs_basic|pg_c_utf8|pg_unicode_fast|.*-x-icu|C\\..*|[a-z]{2,3}(_[A-Z]{2})?([.@].*)?");

	private static final int LONGEST_NAME = 63;

	private static final String ONLINE = "--online makes and drops it concurrently, in a file of its own";

	private static final String SWAP = "--online writes a new column, filled in batches, that takes the old one's place, "
			+ "where only the type changes";

	static final List<LintRule> LOCKS = List.of(
			new ChangeRule("lock-rewrite", Severity.ERROR, "everybody waits while the table is written anew", SWAP,
					(change, migration) -> Effect.of(change, migration.before()).rewrites() || Retyped.of(change)
						.filter((retyped) -> retyped.isSortedAnew(migration.before(change)))
						.isPresent()),
			new ChangeRule("lock-index", Severity.WARN, "writers wait while the index is built", ONLINE,
					(change, migration) -> added(change, Index.class) && !migration.isConcurrent()),
			new ChangeRule("lock-index-drop", Severity.WARN, "everybody waits for the index to go", ONLINE,
					(change, migration) -> removed(change, Index.class) && !migration.isConcurrent()
							&& !migration.sql().contains("USING INDEX")),
			new ChangeRule("lock-not-null", Severity.WARN, "everybody waits while all rows are read",
					"--online writes CHECK (c IS NOT NULL) NOT VALID, VALIDATE, then SET NOT NULL, in no transaction",
					(change, migration) -> RunningScript.isNotNull(change) && readsLocked(change, migration)),
			new ChangeRule("lock-validate", Severity.WARN, "writers wait while all rows are read",
					"--online writes NOT VALID, then VALIDATE, in no transaction",
					(change, migration) -> ((added(change, Check.class) || added(change, ForeignKey.class))
							&& readsLocked(change, migration)) || isCheckedAnew(change, migration)),
			new ChangeRule("lock-unique", Severity.ERROR, "everybody waits while its index is built",
					"--online writes CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … USING INDEX, in a file of its own",
					(change, migration) -> (added(change, Unique.class) || added(change, Key.class))
							&& !migration.sql().contains("USING INDEX")),
			new ChangeRule("lock-exclude", Severity.ERROR, "everybody waits while its index is built",
					"none: do it while nobody works", (change, migration) -> added(change, Exclusion.class)),
			new TextRule("lock-many", Severity.WARN,
					"strong locks on several tables in one transaction may meet the application's the other way round",
					"one table a file", StandardRules::locksMany),
			new LaterWork(),
			new TextRule("lock-partition", Severity.WARN, "all rows of the partition are read, or everybody waits",
					"a CHECK of the bounds before ATTACH PARTITION; DETACH PARTITION … CONCURRENTLY",
					(migration) -> PARTITION.matcher(migration.sql()).find()),
			new TextRule("lock-no-timeout", Severity.WARN,
					"whoever waits for a lock without an end holds up all others behind it",
					"leave lock_timeout to orm.migrations.lock-timeout",
					(migration) -> NO_TIMEOUT.matcher(migration.sql()).find()));

	static final List<LintRule> DATA = List.of(
			new ChangeRule("data-loss", Severity.WARN, "its values are gone", "drop it a release later; keep a backup",
					(change, migration) -> change.loses()),
			new ChangeRule("data-narrow", Severity.WARN, "fails where a value does not fit",
					"look for such values first", (change, migration) -> narrows(change)),
			new ChangeRule("data-not-null", Severity.WARN, "fails where a row has no value", "fill those rows first",
					(change, migration) -> RunningScript.isNotNull(change)),
			new ChangeRule("data-unique", Severity.WARN, "fails where two rows have the same values",
					"look for them by GROUP BY … HAVING count(*) > 1 first",
					(change, migration) -> added(change, Unique.class) || addsUniqueIndex(change)));

	static final List<LintRule> STEPS = List.of(new TextRule("data-unbatched", Severity.WARN,
			"all rows are changed in one transaction, whose locks and dead rows stay until its end",
			"batches that commit in between: makemigrations --empty --batches=TABLE", StandardRules::changesAllAtOnce),
			new TextRule("data-live-model", Severity.ERROR,
					"it uses today's models, which will not fit the tables as they are then", "MigrationTables",
					(migration) -> !migration.namedModels().isEmpty()),
			new TextRule("data-irreversible", Severity.WARN, "it cannot be taken back",
					"a method backward, empty if there is nothing to undo",
					(migration) -> !migration.java().isEmpty() && !migration.java().contains("void backward(")));

	static final List<LintRule> COMPATIBILITY = List.of(
			new ChangeRule("compat-rename", Severity.WARN, "the version that still runs uses the old name",
					"--online keeps both names for a release, or a short stop",
					(change, migration) -> change instanceof Change.Rename && isTableOrColumn(change)
							&& !migration.isReleased()),
			new ChangeRule("compat-drop", Severity.WARN, "the version that still runs uses it",
					"--online drops it a release later",
					(change, migration) -> change instanceof Change.Remove && isTableOrColumn(change)
							&& !migration.isReleased()),
			new ChangeRule("compat-required-column", Severity.WARN,
					"rows written by the version that still runs lack it",
					"--online leaves it a default, or NULL, for a release; or @Column(dbDefault = …)",
					(change, migration) -> requires(change) && !migration.isReleased()),
			new ChangeRule("compat-stricter", Severity.WARN, "writes of the version that still runs may be refused",
					"deploy the code that keeps the rule first",
					(change, migration) -> isStricter(change, migration) && !migration.isReleased()));

	static final List<LintRule> TEXT = List.of(
			new TextRule("tx-mixed", Severity.ERROR,
					"CONCURRENTLY runs in no transaction, so the rest is not one either", "a file of its own",
					StandardRules::mixes),
			new TextRule("tx-lock", Severity.ERROR,
					"CONCURRENTLY waits for the transaction that holds Flyway's lock, for ever, as it is not seen that code in Java needs another",
					"SQL in a file of its own, or spring.flyway.postgresql.transactional-lock=false",
					(migration) -> CONCURRENTLY.matcher(migration.java()).find()),
			new TextRule("history-placeholder", Severity.ERROR, "Flyway takes ${…} for a placeholder",
					"'$' || '{…', or placeholderReplacement=false in the file's .conf",
					(migration) -> migration.sql().contains("${")),
			new ChangeRule("type-json", Severity.WARN, "json is kept as text and compares with nothing", "jsonb",
					(change, migration) -> hasType(change, "json")),
			new ChangeRule("type-timestamp", Severity.WARN, "a timestamp without zone means another moment elsewhere",
					"an Instant, timestamp with time zone", (change, migration) -> hasType(change, "timestamp")),
			new ChangeRule("type-serial", Severity.WARN, "a sequence of its own has an owner and rights of its own",
					"GENERATED BY DEFAULT AS IDENTITY",
					(change, migration) -> change instanceof Change.Add added && added.object() instanceof Column column
							&& String.valueOf(column.defaultValue()).contains("nextval(")),
			new TextRule("type-collation", Severity.WARN, "no server has the collation of a column by itself",
					"meta.collation(…) makes it; or a name that servers have, as in C, de-x-icu",
					(migration) -> migration.changes()
						.stream()
						.anyMatch((change) -> namesUnknownCollation(change, migration))),
			new ChangeRule("name-length", Severity.WARN, "PostgreSQL cuts names after 63 bytes, in silence",
					"a shorter name", (change, migration) -> change instanceof Change.Add
							&& change.id().name().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME));

	private StandardRules() {
	}

	/** Batches commit in between; a table that was just made has few rows. */
	private static boolean changesAllAtOnce(LintedMigration migration) {
		Set<String> created = migration.created();
		return !migration.sql().contains("COMMIT;") && ROWS.matcher(migration.sql())
			.results()
			.map((found) -> found.group(1).replace("\"", ""))
			.anyMatch((table) -> !created.contains(table));
	}

	/** Whether all rows are read before the lock of the change is given up. */
	private static boolean readsLocked(Change change, LintedMigration migration) {
		return Effect.of(change, migration.before(), migration.script()).reading() == Effect.Reading.LOCKED;
	}

	/** Where the rows are written anew, that is said already. */
	private static boolean isCheckedAnew(Change change, LintedMigration migration) {
		return !Effect.of(change, migration.before()).rewrites()
				&& Retyped.of(change).filter((retyped) -> retyped.isCheckedAnew(migration.before(change))).isPresent();
	}

	private static boolean added(Change change, Class<? extends SchemaObject> type) {
		return change instanceof Change.Add added && type.isInstance(added.object());
	}

	private static boolean removed(Change change, Class<? extends SchemaObject> type) {
		return change instanceof Change.Remove removed && type.isInstance(removed.object());
	}

	private static boolean addsUniqueIndex(Change change) {
		return change instanceof Change.Add added && added.object() instanceof Index index && index.unique();
	}

	/** Whether a write that was fine is refused from now on. */
	private static boolean isStricter(Change change, LintedMigration migration) {
		boolean pointsFromOld = change instanceof Change.Add added && added.object() instanceof ForeignKey key
				&& key.columns().stream().allMatch((name) -> migration.before().column(key.table(), name).isPresent())
				&& !migration.isRemade(change);
		return RunningScript.isNotNull(change) || narrows(change) || pointsFromOld
				|| ((added(change, Check.class) || added(change, Unique.class) || addsUniqueIndex(change))
						&& !migration.isRemade(change));
	}

	private static boolean isTableOrColumn(Change change) {
		return change.id().kind() == ObjectKind.TABLE || change.id().kind() == ObjectKind.COLUMN;
	}

	private static boolean narrows(Change change) {
		return change instanceof Change.Replace replaced && replaced.before() instanceof Column before
				&& replaced.after() instanceof Column after && !before.type().equals(after.type())
				&& !new TypeChange(before.type(), after.type()).isWider() && !after.type().equals("text");
	}

	private static boolean requires(Change change) {
		return change instanceof Change.Add added && added.object() instanceof Column column && column.notNull()
				&& column.defaultValue() == null && column.generated() == null && column.identity() == Identity.NONE;
	}

	/** One that comes with no server, and was made by no migration. */
	private static boolean namesUnknownCollation(Change change, LintedMigration migration) {
		SchemaObject object = (change instanceof Change.Add added) ? added.object()
				: (change instanceof Change.Replace replaced) ? replaced.after() : null;
		return object instanceof Column column && !column.collation().isEmpty()
				&& !OF_SERVERS.matcher(column.collation()).matches()
				&& !migration.after().has(new ObjectId(ObjectKind.COLLATION, "", column.collation()));
	}

	private static boolean hasType(Change change, String type) {
		return change instanceof Change.Add added && added.object() instanceof Column column
				&& column.type().equals(type);
	}

	/** Where a file runs in no transaction, each lock ends with its statement. */
	private static boolean locksMany(LintedMigration migration) {
		RunningScript script = migration.script();
		return !script.apart() && Effects.of(migration.before(), migration.changes(), script)
			.locks()
			.values()
			.stream()
			.filter(Lock.ACCESS_EXCLUSIVE::equals)
			.count() > 1;
	}

	/** A concurrent index may be preceded by the drop of what a failed try left. */
	private static boolean mixes(LintedMigration migration) {
		return migration.isConcurrent() && !migration.sql().contains("USING INDEX")
				&& migration.sql()
					.lines()
					.filter((line) -> !line.isBlank() && !line.startsWith("--"))
					.anyMatch((line) -> !line.contains("CONCURRENTLY"));
	}

}
