package dev.orm.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.LintedMigration;
import dev.orm.migration.lint.Linter;
import dev.orm.migration.lint.UndoRule;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a line that silences a rule is about, and which such lines are told. */
class AllowedRulesTests {

	private static final Schema BEFORE = Schema.of(Stream
		.of("table product", "table category", "column product.id bigint not null", "column product.name varchar(200)",
				"column category.id bigint not null", "column category.name text", "key category.category_pkey (id)")
		.map(SchemaObject::parse)
		.toList());

	private static final String BECAUSE = " because the table is small\n";

	private static List<Change> adds(String... facts) {
		return Arrays.stream(facts).map((fact) -> (Change) new Change.Add(SchemaObject.parse(fact))).toList();
	}

	private static LintedMigration migration(String sql, String... facts) {
		return new LintedMigration("V2__x", BEFORE, adds(facts), sql);
	}

	private static List<String> found(LintedMigration migration) {
		return Linter.standard()
			.lint(migration)
			.stream()
			.map((finding) -> finding.rule() + " " + finding.subject())
			.toList();
	}

	private static List<String> unused(LintedMigration migration) {
		return Linter.standard().unused(migration).stream().map(Finding::toString).toList();
	}

	@Test
	void theStatementBelowIsSilenced() {
		LintedMigration two = migration("CREATE INDEX a ON product (name);\n-- orm:allow lock-index" + BECAUSE
				+ "CREATE INDEX b ON category (name);\n", "index product.a (name)", "index category.b (name)");
		assertThat(found(two)).containsExactly("lock-index product.a");
		assertThat(unused(two)).isEmpty();
	}

	@Test
	void theFirstStatementIsOneAsAnyOther() {
		LintedMigration two = migration(
				"-- orm:allow lock-index" + BECAUSE
						+ "CREATE INDEX a ON product (name);\nCREATE INDEX b ON category (name);\n",
				"index product.a (name)", "index category.b (name)");
		assertThat(found(two)).containsExactly("lock-index category.b");
		assertThat(unused(two)).isEmpty();
	}

	@Test
	void atTheHeadAllStatementsAreSilenced() {
		for (String head : List.of("-- orm:allow lock-index" + BECAUSE + "\n",
				"-- by hand\n-- orm:allow lock-index" + BECAUSE + "-- see below\n\n-- the first\n",
				"/* by\r\n\r\nhand */\r\n-- orm:allow lock-index because of\r\n\r\n")) {
			LintedMigration two = migration(
					head + "CREATE INDEX a ON product (name);\nCREATE INDEX b ON category (name);\n",
					"index product.a (name)", "index category.b (name)");
			assertThat(found(two)).as(head).isEmpty();
			assertThat(unused(two)).as(head).isEmpty();
		}
	}

	@Test
	void aColumnOfOneNameInAnotherTableIsNotSilenced() {
		assertThat(found(migration("-- orm:allow compat-required-column" + BECAUSE
				+ "ALTER TABLE product ADD COLUMN note text NOT NULL;\nALTER TABLE \"category\" ADD COLUMN \"note\" text NOT NULL;\n",
				"column product.note text not null", "column category.note text not null")))
			.containsExactly("lock-many V2__x", "compat-required-column category.note");
	}

	@Test
	void whatTheServerNamesIsFoundByItsTableAndColumns() {
		LintedMigration unnamed = migration(
				"-- orm:allow lock-unique" + BECAUSE
						+ "ALTER TABLE product ADD UNIQUE (name);\nALTER TABLE category ADD UNIQUE (name);\n",
				"unique product.product_name_key (name)", "unique category.category_name_key (name)");
		assertThat(found(unnamed)).contains("lock-unique category.category_name_key")
			.doesNotContain("lock-unique product.product_name_key");
	}

	@Test
	void aRuleAboutSqlLooksAtTheFileWithoutTheStatement() {
		String allow = "-- orm:allow data-unbatched" + BECAUSE;
		String one = "UPDATE product SET name = '';\n";
		String other = "UPDATE category SET name = '';\n";
		assertThat(found(migration(allow + one))).isEmpty();
		assertThat(found(migration(allow + one + other))).containsExactly("data-unbatched V2__x");
		assertThat(found(migration(allow + one + allow + other))).isEmpty();
		assertThat(unused(migration(allow + one + allow + other))).as("each is needed").isEmpty();
		assertThat(unused(migration(allow + one + other))).hasSize(1);
		String lock = "ALTER TABLE product ADD COLUMN note text;\n";
		assertThat(found(migration(lock + "-- orm:allow lock-then-work" + BECAUSE + allow + one))).isEmpty();
		assertThat(found(migration("-- orm:allow lock-then-work" + BECAUSE + lock + allow + one))).isEmpty();
	}

	@Test
	void theReasonIsRequired() {
		LintedMigration bare = migration("-- orm:allow lock-index\nCREATE INDEX a ON product (name);\n",
				"index product.a (name)");
		assertThat(found(bare)).containsExactly("lock-index product.a");
		assertThat(unused(bare))
			.containsExactly("warn allow-unused  V2__x: '-- orm:allow lock-index' cannot be read.   "
					+ "fix: a line of its own above the statement:  -- orm:allow RULE because REASON");
	}

	@Test
	void aLineBesideAStatementOrBelowTheLastOneIsTold() {
		assertThat(unused(migration("CREATE INDEX a ON product (name); -- orm:allow lock-index because it is small\n",
				"index product.a (name)")))
			.singleElement()
			.asString()
			.contains("cannot be read");
		assertThat(unused(migration("CREATE INDEX a ON product (name);\n-- orm:allow lock-index" + BECAUSE,
				"index product.a (name)")))
			.singleElement()
			.asString()
			.contains("stands above no statement");
	}

	@Test
	void whatSilencesNothingIsTold() {
		assertThat(unused(migration("-- orm:allow lock-unique" + BECAUSE + "\nCREATE INDEX a ON product (name);\n",
				"index product.a (name)")))
			.containsExactly("warn allow-unused  V2__x: '-- orm:allow lock-unique because the table is small' "
					+ "silences nothing.   fix: delete it");
		assertThat(
				unused(migration("-- orm:allow lock-index" + BECAUSE + "SELECT 1;\nCREATE INDEX a ON product (name);\n",
						"index product.a (name)")))
			.singleElement()
			.asString()
			.contains("silences nothing of the statement it stands above", "at the head of the file");
	}

	@Test
	void aRuleThatWasProbablyMeantIsNamed() {
		assertThat(unused(migration("-- orm:allow lock-indx" + BECAUSE + "CREATE INDEX a ON product (name);\n")))
			.singleElement()
			.asString()
			.contains("names no rule", "did you mean lock-index?");
		assertThat(unused(migration("-- orm:allow our-own-rule" + BECAUSE + "SELECT 1;\n")))
			.as("a bean of the application may have that name")
			.isEmpty();
	}

	@Test
	void aLiteralIsNoStatementsEnd() {
		LintedMigration two = migration("-- orm:allow data-unbatched" + BECAUSE
				+ "UPDATE product SET name = ';\n\n';\nUPDATE category SET name = '';\n");
		assertThat(found(two)).containsExactly("data-unbatched V2__x");
	}

	@Test
	void codeAndTheJournalMeanAllOfAMigration() {
		String source = "db.execute(\"create index concurrently i on t (c)\");\nvoid backward() { }";
		String because = " tx-lock because it ran before the rule was there";
		LintedMigration silenced = new LintedMigration("V2__x", BEFORE, List.of(), "", source, Set.of(),
				List.of("# orm:allow" + because), false);
		assertThat(found(silenced)).isEmpty();
		assertThat(unused(silenced)).isEmpty();
		assertThat(found(new LintedMigration("V2__x", BEFORE, List.of(), "", "// orm:allow" + because + "\n" + source,
				Set.of(), List.of(), false)))
			.isEmpty();
	}

	@Test
	void aJournalsLineThatSilencesNothingIsTheJournals() {
		LintedMigration none = new LintedMigration("V2__x", BEFORE, List.of(), "SELECT 1;", "", Set.of(),
				List.of("# orm:allow lock-index because it is small"), false);
		assertThat(Linter.standard().unused(none)).singleElement()
			.extracting(Finding::subject)
			.isEqualTo("schema.journal");
	}

	@Test
	void whatCannotBeTakenBackIsSilencedAtTheHead() {
		Linter linter = Linter.standard().and(List.of(new UndoRule("undo/U2__x.sql", Optional.empty(), true)));
		assertThat(linter.lint(migration("SELECT 1;\n"))).extracting(Finding::rule)
			.containsExactly("data-irreversible");
		LintedMigration silenced = migration("-- orm:allow data-irreversible because mails were sent\n\nSELECT 1;\n");
		assertThat(linter.lint(silenced)).isEmpty();
		assertThat(linter.unused(silenced)).isEmpty();
	}

}
