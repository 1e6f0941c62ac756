package dev.orm.architecture;

import java.io.IOException;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.orm.expression.node.Atom;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a query or a write says is a tree until it is rendered. Decisions 69 and 95 say
 * why some texts are none.
 */
class SqlTextRuleTests {

	/** Those who write SQL, and the texts a schema is made of. */
	private static final List<String> ROOMS_OF_TEXT = List.of("render/", "dialect/", "sql/operator/", "migration/ddl/",
			"migration/apply/", "migration/inspect/", "migration/model/");

	private static final String TESTS = "orm-spring-boot-starter-test/boot/test/";

	private static final ArchRule TEMPLATES_ARE_OF_APPLICATIONS = noClasses().that()
		.resideOutsideOfPackage("dev.orm.sql")
		.and()
		// the SQL of a caller, too
		.doNotHaveFullyQualifiedName("dev.orm.resolve.ExpressionResolver")
		.should()
		.callCodeUnitWhere(target(owner(equivalentTo(Template.class))).and(target(nameMatching("<init>|of|raw"))));

	private static final ArchRule RAW_SQL_IS_OF_CALLERS = noClasses().that()
		.resideOutsideOfPackage("dev.orm.expression.node")
		.and()
		.doNotHaveFullyQualifiedName("dev.orm.expression.Expressions")
		.should()
		.callCodeUnitWhere(target(owner(equivalentTo(Atom.Raw.class))).and(target(nameMatching("<init>"))));

	@Test
	void sqlIsWrittenByTheRenderer() throws IOException {
		assertThat(SourceFiles.with(SqlInSource::isIn)
			.stream()
			.filter((file) -> ROOMS_OF_TEXT.stream().noneMatch(file::startsWith))).containsExactlyInAnyOrder(
					// functions of the server, asked over a connection of the monitor's
					// own
					"cluster/wal/ServerQuestions.java",
					// reads what a statement of the application makes or drops
					"schema/Raw.java",
					// stands before a statement that is rendered already
					"load/Explain.java",
					// what the server says of defaults and enums
					"migration/source/AttributeSource.java", "migration/source/EnumSource.java",
					"migration/detect/Adoption.java",
					// finds what reads a table in a migration somebody wrote
					"migration/detect/Readers.java", "migration/online/FollowingViews.java",
					// finds how a migration somebody wrote is run
					"migration/lint/RunningScript.java", "migration/lint/LaterWork.java",
					// what it advises to write, or leaves to be written
					"migration/lint/StandardRules.java", "migration/manage/EmptyMigration.java",
					"migration/problem/MigrationProblem.java");
	}

	@Test
	void librariesBesideTheEngineWriteNone() throws IOException {
		assertThat(SourceFiles.besideTheEngine(SqlInSource::isIn)).containsExactlyInAnyOrder(
				// stands before a statement that is rendered already
				"orm-spring-boot-autoconfigure/boot/actuate/GenericPlans.java",
				// rows of tables, with or without a model
				TESTS + "FixtureLoader.java", TESTS + "Fixtures.java", TESTS + "SampleRow.java",
				TESTS + "KeptRows.java",
				// what servers of tests are told
				TESTS + "EmbeddedServer.java", TESTS + "ServerFiles.java", TESTS + "Standby.java",
				// constraints are asked before the rollback
				TESTS + "TestTransaction.java",
				// the "or" of Java looks like what joins texts
				"orm-processor/processor/EmbeddedRecordWriter.java");
	}

	/** A rule that finds nothing where there is text has gone blind. */
	@Test
	void theRuleSeesTextsInTheRoomsThatMayHaveThem() throws IOException {
		List<String> files = SourceFiles.with(SqlInSource::isIn);
		assertThat(ROOMS_OF_TEXT)
			.allSatisfy((room) -> assertThat(files).as(room).anyMatch((file) -> file.startsWith(room)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1", " WHERE ", "EXPLAIN (", "DROP TABLE ", "count(*) OVER (PARTITION BY ",
			" ORDER BY ", "({})::", "::date", "{}::", "current_setting('orm.tenant', true)", "NULLIF(current_setting('",
			"ARRAY[", "({} AT TIME ZONE '", "'%' || ", "\\\"rows\\\".*", "{} BETWEEN {} AND {}", "{} IS NOT TRUE",
			"IS DISTINCT FROM", "{} IN (", "{} = ANY({})", "{} + {}", "COALESCE({} + 1, 0)", " CROSS JOIN LATERAL ",
			"'null'::jsonb", "({} COLLATE \\\"", "(interval '1 day' * ({} - {}))", "MOD({}, 2)",
			"ARRAY(SELECT {} FROM UNNEST({}) AS \\\"members\\\")" })
	void theRuleSeesWhatIsSql(String text) {
		assertThat(SqlInSource.isIn("String text = \"" + text + "\";")).isTrue();
	}

	@Test
	void theRuleSeesBlocksOfText() {
		assertThat(SqlInSource.isIn("String text = \"\"\"\n\t\t\tSELECT 1\n\t\t\t\"\"\";")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "COALESCE", "to_tsvector", "{} ms (limit {}) {} {}/{}", "{}",
			"ORDER BY term does not match any column in the result set: ",
			"IN (:%s) takes no list. hint: write = ANY(:%s). SQL: %s", "||||||| ",
			"%s.%s: one of its columns is NULL, the other is not" })
	void theRuleLeavesNamesAndMessagesAlone(String text) {
		assertThat(SqlInSource.isIn("String text = \"" + text + "\";")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "// SELECT 1", "/** {@code \"a\" ORDER BY \"b\"} */" })
	void theRuleLeavesCommentsAlone(String comment) {
		assertThat(SqlInSource.isIn(comment)).isFalse();
	}

	@Test
	void templatesAreOfApplications() {
		TEMPLATES_ARE_OF_APPLICATIONS.check(EngineClasses.ALL);
		assertThat(violations(TEMPLATES_ARE_OF_APPLICATIONS)).isNotEmpty();
	}

	@Test
	void rawSqlIsOfCallers() {
		RAW_SQL_IS_OF_CALLERS.check(EngineClasses.ALL);
		assertThat(violations(RAW_SQL_IS_OF_CALLERS)).isNotEmpty();
	}

	private static List<String> violations(ArchRule rule) {
		JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);
		return rule.evaluate(planted).getFailureReport().getDetails();
	}

	/** Puts SQL together where no literal shows it. */
	static final class Planted {

		private Planted() {
		}

		static Sql template(String text) {
			return Template.of(text, ValueTypes.BOOLEAN);
		}

		static Atom raw(String text) {
			return new Atom.Raw(text, List.of(), null);
		}

	}

}
