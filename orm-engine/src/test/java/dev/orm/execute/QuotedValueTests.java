package dev.orm.execute;

import dev.orm.Orm;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Messages of the server quote names and values alike. Names stand in the text of the
 * statement, and stay; what does not was a value.
 */
class QuotedValueTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private final Orm orm = Shop.orm(database);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SELECT Colour FROM shop_tag                            | column "colour" does not exist
			SELECT 1 FROM Attic.Tag                                | relation "attic.tag" does not exist
			SELECT 1 FROM "attic"."tag"                            | relation "attic.tag" does not exist
			DROP TABLE never                                       | table "never" does not exist
			SELECT FROM WHERE                                      | syntax error at or near "WHERE"
			CREATE TABLE attic.tag (id int)                        | schema "attic" does not exist
			SELECT set_config('application.name', 'a', false) FROM shop_tag ORDER BY colour | "colour"
			""")
	void namesOfTheStatementStay(String sql, String said) {
		assertThat(failure(sql)).hasMessageContaining(said);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SELECT CAST(:value AS text)::regclass        | relation
			SELECT to_tsquery(concat(:value, ' &'))       | tsquery
			SELECT concat(:value, ' 1')::jsonpath         | jsonpath
			SELECT current_setting(:value)               | configuration parameter
			SELECT CAST(:value AS text)::regtype         | type
			SELECT pg_read_file(:value)                  | file
			""")
	void valuesDoNot(String sql, String said) {
		DataAccessException error = catchThrowableOfType(DataAccessException.class,
				() -> this.orm.sql(sql).param("value", "zqsecret").rows());
		assertThat(error).hasMessageContaining(said);
		assertThat(error.getMessage() + error.getMostSpecificCause()).doesNotContain("zqsecret");
	}

	@Test
	void namesInTheBodyOfAFunctionStay() {
		database.execute("""
				CREATE FUNCTION noted() RETURNS int LANGUAGE plpgsql AS
				$$ BEGIN INSERT INTO notes_of_nobody VALUES (1); RETURN 1; END $$""");
		assertThat(failure("SELECT noted()")).hasMessageContaining("relation \"notes_of_nobody\" does not exist");
	}

	@Test
	void constraintsAreNamed() {
		this.orm.sql("INSERT INTO shop_tag (name) VALUES ('only once')").update();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.orm.sql("INSERT INTO shop_tag (name) VALUES (:name)").param("name", "only once").update())
			.withMessageContaining("unique constraint \"")
			.withMessageNotContaining("only once");
	}

	private DataAccessException failure(String sql) {
		return catchThrowableOfType(DataAccessException.class, () -> this.orm.sql(sql).rows());
	}

}
