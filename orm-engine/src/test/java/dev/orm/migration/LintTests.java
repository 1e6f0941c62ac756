package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.migration.ddl.BatchedUpdate;
import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.LintedMigration;
import dev.orm.migration.lint.Linter;
import dev.orm.migration.lint.TableSizes;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the linter says of a change to a table that may have rows. */
class LintTests {

	private static final Schema BEFORE = Schema.of(List.of(fact("table shop_product"), fact("table shop_category"),
			fact("column shop_product.id bigint not null identity"), fact("column shop_product.name varchar(200)"),
			fact("column shop_product.category_id bigint"), fact("column shop_category.id bigint not null"),
			fact("key shop_category.shop_category_pkey (id)"), fact("index shop_product.product_name_idx (name)")));

	private static SchemaObject fact(String line) {
		return SchemaObject.parse(line);
	}

	private static Change.Add add(String line) {
		return new Change.Add(fact(line));
	}

	private static Change.Remove remove(String line) {
		return new Change.Remove(fact(line));
	}

	private static Change.Replace replace(String before, String after) {
		return new Change.Replace(fact(before), fact(after));
	}

	private static List<String> rules(String sql, Change... changes) {
		return Linter.standard()
			.lint(new LintedMigration("V2__x", BEFORE, List.of(changes), sql))
			.stream()
			.map(Finding::rule)
			.toList();
	}

	@Test
	void locksAreNamedWithTheWayAround() {
		assertThat(rules("", add("index shop_product.i (category_id)"))).containsExactly("lock-index");
		assertThat(rules("", remove("index shop_product.product_name_idx (name)"))).containsExactly("lock-index-drop");
		assertThat(rules("", add("unique shop_product.u (name)"))).containsExactly("lock-unique", "data-unique",
				"compat-stricter");
		assertThat(rules("", add("foreign-key shop_product.f (category_id) -> shop_category (id)")))
			.containsExactly("lock-validate", "compat-stricter");
		assertThat(rules("", add("column shop_product.sum bigint generated (\"id\" + 1) stored")))
			.containsExactly("lock-rewrite");
	}

	@Test
	void anIndexIsSortedAnewWhereItsColumnGetsAnotherCollation() {
		String name = "column shop_product.name varchar(200)";
		assertThat(rules("", replace(name, name + " collate \"C\""))).containsExactly("lock-rewrite");
		String number = "column shop_product.id bigint not null identity";
		assertThat(rules("", replace(number, number + " comment 'x'"))).isEmpty();
	}

	@Test
	void checksAndIndexesOfSomeRowsAreMadeAnewWhereTheirColumnGetsAnotherType() {
		Change wider = replace("column shop_product.price numeric(10, 2)", "column shop_product.price numeric(12, 2)");
		Change price = add("column shop_product.price numeric(10, 2)");
		assertThat(rulesOn(price, wider)).isEmpty();
		assertThat(rulesOn(price, add("index shop_product.prices (price)"), wider)).isEmpty();
		assertThat(rulesOn(price, add("check shop_product.paid (\"price\" > 0)"), wider))
			.containsExactly("lock-validate");
		assertThat(rulesOn(price, add("index shop_product.paid (id) where (\"price\" > 0)"), wider))
			.containsExactly("lock-rewrite");
	}

	/** The rules the last of changes breaks, once the others are made. */
	private static List<String> rulesOn(Change... changes) {
		List<Change> all = List.of(changes);
		Schema before = BEFORE.plus(all.subList(0, all.size() - 1));
		return Linter.standard()
			.lint(new LintedMigration("V2__x", before, List.of(all.get(all.size() - 1)), ""))
			.stream()
			.map(Finding::rule)
			.toList();
	}

	@Test
	void codeThatNeedsAnotherLockOfFlywaysIsRefused() {
		assertThat(rules(java("db.execute(\"create index concurrently i on t (c)\");"))).containsExactly("tx-lock",
				"data-irreversible");
		assertThat(rules(java("// runs concurrently with others"))).containsExactly("data-irreversible");
	}

	@Test
	void whatWasReleasedWasUsedByNobody() {
		Change dropped = remove("column shop_product.name varchar(200)");
		assertThat(Linter.standard()
			.lint(new LintedMigration("V3__product_title_contract", BEFORE, List.of(dropped), ""))
			.stream()
			.map(Finding::rule)).containsExactly("data-loss");
	}

	@Test
	void theSizeOfATableDecides() {
		List<Finding> found = Linter.standard()
			.lint(new LintedMigration("V2__x", BEFORE,
					List.of(add("index shop_product.i (category_id)"), add("unique shop_category.u (id)")), ""));
		assertThat(weighed(found, 5_000_000, 500)).containsExactly(
				"error lock-index shop_product.i (about 5,000,000 rows)",
				"warn lock-unique shop_category.u (about 500 rows)");
		assertThat(weighed(found, 500_000, 500_000)).containsExactly("warn lock-index shop_product.i",
				"error lock-unique shop_category.u");
		assertThat(weighed(found, -1, -1)).containsExactly("warn lock-index shop_product.i",
				"error lock-unique shop_category.u");
	}

	private static List<String> weighed(List<Finding> findings, long products, long categories) {
		return new TableSizes(Map.of("shop_product", products, "shop_category", categories)).weigh(findings)
			.stream()
			.filter((finding) -> finding.rule().startsWith("lock-"))
			.map((finding) -> finding.severity() + " " + finding.rule() + " " + finding.subject())
			.sorted(Comparator.comparing((String line) -> line.contains("lock-unique")))
			.toList();
	}

	private static LintedMigration java(String source) {
		return new LintedMigration("V2__x", BEFORE, List.of(), "", source, Set.of(), List.of(), false);
	}

	private static List<String> rules(LintedMigration migration) {
		return Linter.standard().lint(migration).stream().map(Finding::rule).toList();
	}

	@Test
	void aConcurrentIndexIsQuiet() {
		assertThat(rules("CREATE INDEX CONCURRENTLY \"i\" ON \"shop_product\" (\"category_id\");\n",
				add("index shop_product.i (category_id)")))
			.isEmpty();
		assertThat(rules("CREATE UNIQUE INDEX CONCURRENTLY \"i\" ON \"shop_product\" (\"name\");\n",
				add("index shop_product.i unique (name)")))
			.containsExactly("data-unique", "compat-stricter");
		assertThat(rules("CREATE INDEX CONCURRENTLY \"i\" ON \"t\" (\"c\");\nSELECT 1;\n",
				add("index shop_product.i (category_id)")))
			.containsExactly("tx-mixed");
	}

	@Test
	void whatMayBeLostOrRefusedIsNamed() {
		assertThat(rules("", remove("column shop_product.name varchar(200)"))).containsExactly("data-loss",
				"compat-drop");
		assertThat(rules("",
				replace("column shop_product.name varchar(200)", "column shop_product.name varchar(100) not null")))
			.containsExactly("lock-rewrite", "lock-not-null", "data-narrow", "data-not-null", "compat-stricter");
		assertThat(rules("", replace("column shop_product.name varchar(200)", "column shop_product.name text")))
			.isEmpty();
	}

	@Test
	void theVersionThatStillRunsIsThoughtOf() {
		assertThat(rules("", new Change.Rename(fact("column shop_product.name varchar(200)").id(), "title")))
			.containsExactly("compat-rename");
		assertThat(rules("", add("column shop_product.weight integer not null")))
			.containsExactly("compat-required-column");
		assertThat(rules("", add("column shop_product.weight integer not null default (0)"))).isEmpty();
	}

	@Test
	void nothingIsSaidOfTablesTheMigrationMakes() {
		assertThat(rules("", add("table fresh"), add("column fresh.id bigint not null"),
				add("key fresh.fresh_pkey (id)"), add("index fresh.i (id)")))
			.isEmpty();
	}

	@Test
	void workUnderAStrongLockAndPlaceholdersAreErrors() {
		assertThat(rules("ALTER TABLE t ADD COLUMN c text;\nUPDATE t SET c = '';\n")).containsExactly("lock-then-work",
				"data-unbatched");
		assertThat(rules("INSERT INTO t VALUES ('${name}');\n")).containsExactly("history-placeholder");
	}

	@Test
	void rowsAreNotReadUnderAStrongLockEither() {
		Change check = add("check shop_product.named (\"name\" <> '')");
		String add = "ALTER TABLE shop_product ADD CONSTRAINT named CHECK (name <> '') NOT VALID;\n";
		String validate = "ALTER TABLE shop_product VALIDATE CONSTRAINT named;\n";
		assertThat(rules(add + validate, check)).containsExactly("lock-then-work", "lock-validate", "compat-stricter");
		assertThat(rules(add, check)).containsExactly("compat-stricter");
		assertThat(rules(validate)).isEmpty();
		assertThat(rules(
				new LintedMigration("V2__x", BEFORE, List.of(check), add + validate, "", Set.of(), List.of(), true)))
			.containsExactly("compat-stricter");
		String index = "CREATE INDEX i ON shop_product (name);\n";
		String column = "ALTER TABLE shop_product ADD COLUMN c text;\n";
		assertThat(rules(column + index)).containsExactly("lock-then-work");
		assertThat(rules(index + column)).isEmpty();
		assertThat(rules("ALTER TABLE fresh ADD COLUMN c text;\nCREATE INDEX i ON shop_product (name);\n",
				add("table fresh")))
			.isEmpty();
		assertThat(rules("ALTER TABLE shop_product ADD COLUMN c text;\nCREATE INDEX i ON fresh (c);\n",
				add("table fresh")))
			.isEmpty();
	}

	@Test
	void rowsAreChangedInBatches() {
		assertThat(rules("UPDATE \"shop_product\" SET name = '';\n")).containsExactly("data-unbatched");
		assertThat(rules("DELETE FROM shop_product;\n")).containsExactly("data-unbatched");
		assertThat(rules(new BatchedUpdate("shop_product", List.of("id"), "name = ''", "true").sql() + ";\n"))
			.isEmpty();
		assertThat(rules("UPDATE fresh SET id = 1;\n", add("table fresh"))).isEmpty();
	}

	@Test
	void partitionsTimeoutsSequencesAndNames() {
		assertThat(rules("ALTER TABLE t DETACH PARTITION t1;\n")).containsExactly("lock-partition");
		assertThat(rules("ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY;\n")).doesNotContain("lock-partition");
		assertThat(rules("SET lock_timeout = 0;\n")).containsExactly("lock-no-timeout");
		assertThat(rules("SET lock_timeout = '10s';\n")).isEmpty();
		assertThat(rules("", add("column shop_product.number bigint default (nextval('numbers'))")))
			.contains("type-serial");
		assertThat(rules("", add("column shop_product." + "n".repeat(64) + " text"))).containsExactly("name-length");
	}

	@Test
	void theReferenceNamesEveryRule() throws IOException {
		String page = Files.readString(Path.of("../docs/reference/migrations.md"));
		String named = page.lines()
			.filter((line) -> line.matches("\\| `[a-z]+(-[a-z]+)+` \\| (error|warn) \\|.*"))
			.map((line) -> line.replaceAll("^\\| `([a-z-]+)`.*", "$1"))
			.sorted()
			.collect(Collectors.joining("\n"));
		assertThat(named).isEqualTo(
				Linter.standard().rules().stream().map((rule) -> rule.id()).sorted().collect(Collectors.joining("\n")));
	}

}
