package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.error.detail.UnknownName;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes rows as they are, without events and automatic values. The server reads the
 * values, as those of a JSON object become those of a row.
 */
final class FixtureLoader {

	private final ModelRegistry models;

	private final JdbcClient jdbc;

	private final List<Runnable> links = new ArrayList<>();

	private final Set<EntityModel> written = new LinkedHashSet<>();

	FixtureLoader(ModelRegistry models, JdbcClient jdbc) {
		this.models = models;
		this.jdbc = jdbc;
	}

	/** Write rows, then what relates them, and let sequences go on after their keys. */
	void load(List<FixtureRow> rows) {
		this.jdbc.sql("SET CONSTRAINTS ALL DEFERRED").update();
		rows.forEach(this::write);
		this.links.forEach(Runnable::run);
		this.written.forEach(this::advance);
	}

	private void write(FixtureRow row) {
		EntityModel model = model(row);
		ObjectNode columns = JsonNodeFactory.instance.objectNode();
		if (!row.pk().isMissingNode() && !row.pk().isNull()) {
			columns.set(model.pk().column(), row.pk());
		}
		for (Map.Entry<String, JsonNode> field : row.fields().properties()) {
			RelationModel relation = model.accessor(field.getKey()).orElse(null);
			if (relation != null && relation.through() != null) {
				this.links.add(() -> link(row, relation, field.getValue()));
			}
			else {
				set(row, columns, model, field.getKey(), field.getValue());
			}
		}
		insert(row, model, columns);
		this.written.add(model);
	}

	private EntityModel model(FixtureRow row) {
		List<EntityModel> known = this.models.models().stream().filter((model) -> !model.autoCreated()).toList();
		return known.stream()
			.filter((model) -> label(model).equals(row.model().toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> row.failure("there is no model '%s'.".formatted(row.model()),
					UnknownName.of("", row.model(), known.stream().map(FixtureLoader::label).sorted().toList())));
	}

	/** Django's label: the group and the class, in small letters. */
	static String label(EntityModel model) {
		return (model.description().group() + "." + model.javaType().getSimpleName()).toLowerCase(Locale.ROOT);
	}

	private void set(FixtureRow row, ObjectNode columns, EntityModel model, String name, JsonNode value) {
		FieldModel field = model.field(name)
			.orElseThrow(() -> row.failure("%s has no field '%s'.".formatted(row.model(), name),
					UnknownName.of(row.model(), name, model.choices())));
		RelationModel relation = field.relation();
		columns.set(field.column(),
				(relation != null && value.isArray()) ? byNaturalKey(row, relation.target(), value) : value);
	}

	private JsonNode byNaturalKey(FixtureRow row, EntityModel target, JsonNode values) {
		List<FieldModel> fields = naturalKey(target);
		if (fields.size() != values.size()) {
			throw row.failure("%s is told by %s, not by %d values".formatted(label(target), fields, values.size()));
		}
		ObjectNode wanted = JsonNodeFactory.instance.objectNode();
		for (int i = 0; i < fields.size(); i++) {
			wanted.set(fields.get(i).column(), values.get(i));
		}
		String same = fields.stream()
			.map((field) -> "t.%1$s = w.%1$s".formatted(quoted(field.column())))
			.collect(Collectors.joining(" AND "));
		String table = table(target);
		return this.jdbc
			.sql("SELECT to_json(t.%s)::text FROM %s t, json_populate_record(NULL::%s, ?::json) w WHERE %s"
				.formatted(quoted(target.pk().column()), table, table, same))
			.param(wanted.toString())
			.query(String.class)
			.optional()
			.map(FixtureLoader::parse)
			.orElseThrow(() -> row.failure("there is no %s of %s".formatted(label(target), values)));
	}

	private static JsonNode parse(String json) {
		return JsonMapper.shared().readTree(json);
	}

	/** The fields that tell a row without its key: those that are unique. */
	static List<FieldModel> naturalKey(EntityModel model) {
		List<List<String>> together = model.description().uniqueTogether();
		if (!together.isEmpty()) {
			return together.get(0).stream().map((name) -> model.field(name).orElseThrow()).toList();
		}
		return model.fields().stream().filter((field) -> field.unique() && !field.primaryKey()).limit(1).toList();
	}

	private void insert(FixtureRow row, EntityModel model, ObjectNode columns) {
		String table = table(model);
		List<String> names = columns.propertyNames().stream().map(FixtureLoader::quoted).toList();
		String list = String.join(", ", names);
		String key = quoted(model.pk().column());
		String changes = names.stream()
			.filter((name) -> !name.equals(key))
			.map((name) -> "%1$s = EXCLUDED.%1$s".formatted(name))
			.collect(Collectors.joining(", "));
		String conflict = !names.contains(key) ? "" : changes.isEmpty() ? " ON CONFLICT DO NOTHING"
				: " ON CONFLICT (%s) DO UPDATE SET %s".formatted(key, changes);
		run(row, "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM json_populate_record(NULL::%s, ?::json)%s"
			.formatted(table, list, list, table, conflict), columns.toString());
	}

	private void link(FixtureRow row, RelationModel relation, JsonNode others) {
		RelationModel.Through through = relation.through();
		if (through == null) {
			return;
		}
		String table = table(through.model());
		String source = through.source().column();
		String target = through.target().column();
		for (JsonNode other : others) {
			ObjectNode columns = JsonNodeFactory.instance.objectNode();
			columns.set(source, row.pk());
			columns.set(target, other.isArray() ? byNaturalKey(row, relation.target(), other) : other);
			String list = quoted(source) + ", " + quoted(target);
			run(row, "INSERT INTO %s (%s) SELECT %s FROM json_populate_record(NULL::%s, ?::json) ON CONFLICT DO NOTHING"
				.formatted(table, list, list, table), columns.toString());
		}
	}

	private void run(FixtureRow row, String sql, @Nullable Object value) {
		try {
			this.jdbc.sql(sql).param(value).update();
		}
		catch (DataAccessException ex) {
			throw row.failure(ex);
		}
	}

	private void advance(EntityModel model) {
		if (model.hasCompositeKey()) {
			return;
		}
		String column = model.pk().column();
		this.jdbc.sql(
				"SELECT setval(s, m) FROM (SELECT pg_get_serial_sequence(?, ?) s, max(%s) m FROM %s) x WHERE s IS NOT NULL AND m IS NOT NULL"
					.formatted(quoted(column), table(model)))
			.param(table(model))
			.param(column)
			.query()
			.listOfRows();
	}

	static String table(EntityModel model) {
		String schema = model.table().schema();
		return (schema.isEmpty() ? "" : quoted(schema) + ".") + quoted(model.table().name());
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
