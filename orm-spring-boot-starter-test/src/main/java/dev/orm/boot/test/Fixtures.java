package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.orm.AbstractQuerySet;
import dev.orm.Orm;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.transaction.Atomic;
import org.postgresql.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Loads and writes rows as files of Django's format: a list of objects with
 * {@code model}, {@code pk} and {@code fields}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Fixtures {

	private final ObjectProvider<Orm> orm;

	private final ObjectProvider<Databases> databases;

	private final ResourceLoader loader;

	Fixtures(ObjectProvider<Orm> orm, ObjectProvider<Databases> databases, ResourceLoader loader) {
		this.orm = orm;
		this.databases = databases;
		this.loader = loader;
	}

	/**
	 * Load files into the default database. Django's {@code loaddata}.
	 * @param files their names on the class path
	 * @throws FixtureException if one is not there, or says what the models do not know
	 */
	public void load(String... files) {
		loadInto(Database.DEFAULT, files);
	}

	/**
	 * Load files into a database: rows as they are, without events; a row that is there
	 * is overwritten. A relation is a key, or a list of the unique values that tell the
	 * other row. Constraints that can wait are checked at the end, and sequences go on
	 * after the keys.
	 * @param alias the database
	 * @param files their names on the class path
	 * @throws FixtureException if one is not there, or says what the models do not know
	 */
	public void loadInto(String alias, String... files) {
		Orm current = this.orm.getObject();
		List<FixtureRow> rows = rows(files);
		current.atomic().using(alias).run(() -> new FixtureLoader(current.models(), jdbc(alias)).load(rows));
	}

	private List<FixtureRow> rows(String... files) {
		List<FixtureRow> rows = new ArrayList<>();
		for (String file : files) {
			rows.addAll(new FixtureFile(this.loader).read(file));
		}
		return rows;
	}

	/** Load files into a database that is none of the application. */
	void loadAt(String url, String... files) {
		DataSource there = new SimpleDriverDataSource(new Driver(), url);
		List<FixtureRow> rows = rows(files);
		FixtureLoader rowLoader = new FixtureLoader(this.orm.getObject().models(), JdbcClient.create(there));
		new Atomic(Databases.of(Database.of(Database.DEFAULT, there))).run(() -> rowLoader.load(rows));
	}

	/**
	 * Write rows as {@link #load} reads them. Django's {@code dumpdata}, of a queryset of
	 * the default database.
	 * @param <T> the model
	 * @param <S> the querysets
	 * @param rows the rows, of a model with a key of one column
	 * @return the text, indented; relations to many are left out
	 */
	public <T extends Model, S extends AbstractQuerySet<T, S>> String dump(AbstractQuerySet<T, S> rows) {
		List<ObjectNode> objects = new ArrayList<>();
		for (Model instance : rows.list()) {
			objects.add(dump(this.orm.getObject().models().model(instance.getClass()), instance));
		}
		return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(objects);
	}

	private ObjectNode dump(EntityModel model, Model instance) {
		String json = jdbc(Database.DEFAULT)
			.sql("SELECT to_json(t)::text FROM %s t WHERE t.%s::text = ?".formatted(FixtureLoader.table(model),
					FixtureLoader.quoted(model.pk().column())))
			.param(String.valueOf(instance.pk()))
			.query(String.class)
			.single();
		JsonNode row = JsonMapper.shared().readTree(json);
		Map<String, JsonNode> fields = new LinkedHashMap<>();
		for (FieldModel field : model.localFields()) {
			if (!field.primaryKey()) {
				fields.put(field.name(), row.path(field.column()));
			}
		}
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		object.put("model", FixtureLoader.label(model));
		object.set("pk", row.path(model.pk().column()));
		object.set("fields", JsonNodeFactory.instance.objectNode().setAll(fields));
		return object;
	}

	private JdbcClient jdbc(String alias) {
		return JdbcClient.create(this.databases.getObject().get(alias).dataSource());
	}

}
