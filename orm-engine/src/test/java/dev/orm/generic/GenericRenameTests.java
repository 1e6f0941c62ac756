package dev.orm.generic;

import java.util.List;

import dev.orm.column.ModelTables;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.Script;
import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a table is renamed, the keys that point to its rows are, too. */
class GenericRenameTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), Wall.MODELS));

	private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

	private static Change checked(Schema schema) {
		Check check = schema.all(Check.class)
			.stream()
			.filter((found) -> found.name().equals("mark_target_type_check"))
			.findFirst()
			.orElseThrow();
		return new Change.Replace(check,
				new Check(check.table(), check.name(), check.expression().replace("\"post\"", "\"blog_post\"")));
	}

	private List<String> types(String table) {
		return this.jdbc.queryForList("SELECT DISTINCT target_type FROM " + table + " ORDER BY 1", String.class);
	}

	@Test
	void aRenamedTableIsRenamedWhereKeysPointToIt() {
		database.execute("INSERT INTO post (title) VALUES ('p')", "INSERT INTO photo (caption) VALUES ('f')",
				"INSERT INTO comment (text, stars, target_type, target_id) VALUES ('a', 1, 'post', 1), ('b', 1, 'photo', 1)",
				"INSERT INTO mark (colour, target_type, target_id) VALUES ('red', 'post', 1)");
		Schema schema = ModelTables.schema(TypeRegistry.standard(), Wall.MODELS);
		Change rename = new Change.Rename(schema.all(Table.class)
			.stream()
			.filter((table) -> table.name().equals("post"))
			.findFirst()
			.orElseThrow()
			.id(), "blog_post");
		Script script = new DdlWriter(false).write(schema, List.of(rename, checked(schema)), Fills.none());
		script.forward().forEach(database::execute);
		assertThat(types("comment")).containsExactly("blog_post", "photo");
		assertThat(types("mark")).containsExactly("blog_post");
		script.undo().forEach(database::execute);
		assertThat(types("comment")).containsExactly("photo", "post");
		assertThat(types("mark")).containsExactly("post");
	}

}
