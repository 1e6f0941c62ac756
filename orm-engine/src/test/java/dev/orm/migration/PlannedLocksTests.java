package dev.orm.migration;

import java.util.List;
import java.util.Map;

import dev.orm.migration.lint.PlannedLocks;
import dev.orm.migration.lint.RunningScript;
import dev.orm.schema.Change;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a plan says of locks, rewrites and scans, as the statements make the change. */
class PlannedLocksTests {

	private static final Schema BEFORE = Schema
		.of(List.of(fact("table shop_product"), fact("column shop_product.name varchar(200)")));

	private static final Change CHECK = new Change.Add(fact("check shop_product.named (\"name\" <> '')"));

	private static final Change NOT_NULL = new Change.Replace(fact("column shop_product.name varchar(200)"),
			fact("column shop_product.name varchar(200) not null"));

	private static final String STRONG = "locks shop_product ACCESS EXCLUSIVE, no rewrite, ";

	private static final String BESIDE = "scans shop_product beside readers and writers";

	private static SchemaObject fact(String line) {
		return SchemaObject.parse(line);
	}

	private static List<String> lines(Change change, boolean apart, String... statements) {
		return new PlannedLocks(Map.of()).lines(BEFORE, List.of(change),
				RunningScript.of(String.join(";\n", statements), apart));
	}

	@Test
	void aRuleIsHeldAgainstRowsUnderTheLockUnlessItIsNotValid() {
		String add = "ALTER TABLE \"shop_product\" ADD CONSTRAINT \"named\" CHECK (\"name\" <> '')";
		String validate = "ALTER TABLE \"shop_product\" VALIDATE CONSTRAINT \"named\"";
		assertThat(lines(CHECK, false, add)).containsExactly(STRONG + "scan");
		assertThat(lines(CHECK, false, add + " -- NOT VALID")).containsExactly(STRONG + "scan");
		assertThat(lines(CHECK, false, add + " NOT VALID")).containsExactly(STRONG + "no scan");
		assertThat(lines(CHECK, false, add + " NOT VALID", validate)).containsExactly(STRONG + "scan");
		assertThat(lines(CHECK, true, add + " NOT VALID", validate)).containsExactly(STRONG + "no scan", BESIDE);
	}

	@Test
	void aColumnTakesNullNoLongerWithoutAScanWhereACheckIsValidatedBefore() {
		String set = "ALTER TABLE shop_product ALTER COLUMN name SET NOT NULL";
		String add = "ALTER TABLE shop_product ADD CONSTRAINT c CHECK (name IS NOT NULL) NOT VALID";
		String validate = "ALTER TABLE shop_product VALIDATE CONSTRAINT c";
		assertThat(lines(NOT_NULL, false, set)).containsExactly(STRONG + "scan");
		assertThat(lines(NOT_NULL, true, add, set)).containsExactly(STRONG + "scan");
		assertThat(lines(NOT_NULL, true, add, validate, set)).containsExactly(STRONG + "no scan", BESIDE);
		assertThat(lines(NOT_NULL, false, add, validate, set)).containsExactly(STRONG + "scan");
	}

	@Test
	void anIndexIsMadeBesideOthersWhereItsStatementSaysSo() {
		Change index = new Change.Add(fact("index shop_product.i (name)"));
		assertThat(lines(index, false, "CREATE INDEX i ON shop_product (name)"))
			.containsExactly("locks shop_product SHARE, no rewrite, scan");
		assertThat(lines(index, false, "CREATE INDEX CONCURRENTLY i ON shop_product (name)"))
			.containsExactly("locks shop_product SHARE UPDATE EXCLUSIVE, no rewrite, scan");
		assertThat(lines(index, false, "CREATE INDEX i ON shop_product (name)",
				"CREATE INDEX CONCURRENTLY other ON shop_product (name)"))
			.containsExactly("locks shop_product SHARE, no rewrite, scan");
	}

	@Test
	void aUniqueConstraintTakesTheIndexThatIsThere() {
		Change unique = new Change.Add(fact("unique shop_product.u (name)"));
		String take = "ALTER TABLE shop_product ADD CONSTRAINT u UNIQUE USING INDEX u";
		assertThat(lines(unique, false, "ALTER TABLE shop_product ADD CONSTRAINT u UNIQUE (name)"))
			.containsExactly(STRONG + "scan");
		assertThat(lines(unique, false, take)).containsExactly(STRONG + "no scan");
		assertThat(lines(unique, true, "CREATE UNIQUE INDEX CONCURRENTLY u ON shop_product (name)", take))
			.containsExactly(STRONG + "no scan", BESIDE);
	}

	@Test
	void aTableThatIsRenamedIsNamedAsItIsWhenThePlanIsMade() {
		List<Change> changes = List.of(new Change.Rename(ObjectId.table("shop_product"), "article"),
				new Change.Add(fact("index article.i (name)")));
		RunningScript script = RunningScript
			.of("ALTER TABLE shop_product RENAME TO article;\nCREATE INDEX i ON article (name);", false);
		assertThat(new PlannedLocks(Map.of("shop_product", 12L)).lines(BEFORE, changes, script))
			.containsExactly("locks shop_product ACCESS EXCLUSIVE (about 12 rows), no rewrite, scan");
	}

	@Test
	void rowsThatAreChangedUnderTheLockAreReadUnderIt() {
		Change added = new Change.Add(fact("column shop_product.slug text"));
		String add = "ALTER TABLE shop_product ADD COLUMN slug text";
		assertThat(lines(added, false, add)).containsExactly(STRONG + "no scan");
		assertThat(lines(added, false, add, "UPDATE \"shop_product\" SET slug = name"))
			.containsExactly(STRONG + "scan");
	}

}
