package dev.orm.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.orm.acceptance.shop.Product;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.inspect.Respelling;
import dev.orm.migration.inspect.SchemaReader;
import dev.orm.migration.model.ModelSchema;
import dev.orm.model.Model;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.Unique;
import dev.orm.test.ShopDatabase;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The models of the acceptance cases make the schema real Django made of the same. */
class StoredSchemaTests {

	@RegisterExtension
	static final TestDatabase stored = ShopDatabase.create();

	@RegisterExtension
	static final TestDatabase fresh = TestDatabase.create();

	private final Schema models = ModelSchema.of(ModelRegistry.link(shop(), TypeRegistry.standard()));

	private static List<Class<? extends Model>> shop() {
		return ModelIndex.load(StoredSchemaTests.class.getClassLoader())
			.stream()
			.filter((model) -> model.getPackage() == Product.class.getPackage())
			.toList();
	}

	@Test
	void theGeneratedSchemaIsDjangosButForNamesAndIndexesThatLeadNowhere() throws SQLException {
		Set<String> missing = nameless(read(stored));
		Set<String> ours = nameless(this.models);
		Set<String> more = new TreeSet<>(ours);
		more.removeAll(missing);
		missing.removeAll(ours);
		// Django's twins for LIKE, and indexes of columns that a unique constraint leads
		// with
		missing.removeIf((line) -> line.contains("_pattern_ops"));
		assertThat(more).isEmpty();
		assertThat(missing).containsExactlyInAnyOrderElementsOf(ledByOthers());
	}

	/**
	 * The indexes of foreign keys which a unique constraint of several columns leads
	 * with.
	 */
	private Set<String> ledByOthers() {
		return this.models.all(Unique.class)
			.stream()
			.filter((unique) -> unique.columns().size() > 1)
			.filter((unique) -> this.models.all(ForeignKey.class)
				.stream()
				.anyMatch((key) -> key.table().equals(unique.table())
						&& key.columns().equals(unique.columns().subList(0, 1))))
			.map((unique) -> "index " + unique.table() + " (" + unique.columns().get(0) + ")")
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void theGeneratedSqlMakesIt() throws SQLException {
		List<String> statements = new DdlWriter(false).create(this.models,
				SchemaDiff.of(Schema.empty(), this.models).changes());
		fresh.execute(statements.toArray(String[]::new));
		assertThat(read(fresh)).isEqualTo(this.models);
	}

	private Schema read(TestDatabase database) throws SQLException {
		SchemaReader reader = new SchemaReader(Set.of());
		try (Connection connection = database.dataSource().getConnection()) {
			return new Respelling(connection, reader).respell(reader.read(connection), this.models);
		}
	}

	private static Set<String> nameless(Schema schema) {
		return schema.objects()
			.stream()
			.map(StoredSchemaTests::nameless)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** A fact without the name of a constraint or index, which differ. */
	private static String nameless(SchemaObject object) {
		boolean named = !(object instanceof Table) && !(object instanceof Column);
		String line = object.line();
		return named ? line.replace("." + object.id().path().substring(object.id().table().length() + 1) + " ", " ")
			.replaceAll("\\(quantity\\)::\\w+", "\"quantity\"") : line;
	}

}
