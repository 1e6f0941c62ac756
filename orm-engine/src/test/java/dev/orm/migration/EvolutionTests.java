package dev.orm.migration;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.RenameCandidate;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.ModelSchema;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ManyToManyDescription;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.OneToOne;
import dev.orm.model.RelationDescription;
import dev.orm.model.TableName;
import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;
import dev.orm.schema.TypeSpelling;
import dev.orm.schema.Unique;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Evolutions of models, answered by real Django: which operations it finds, what it asks
 * and what the tables are in the end. Where we answer otherwise, it is listed.
 */
class EvolutionTests {

	/** Ours, where it is not Django's: evolution, operations. */
	private static final Map<String, List<String>> DEVIATIONS = Map.of(
			// a rename is found whatever else changes
			"rename and other length", List.of("AlterField", "RenameField"),
			// the journal describes tables
			"attribute renamed, column kept", List.of(), "ordering only", List.of(), "table renamed",
			List.of("RenameModel"));

	/** Questions of ours that Django does not ask, or the other way round. */
	private static final Map<String, Integer> QUESTIONS = Map.of("rename and other length", 1,
			"attribute renamed, column kept", 0, "table renamed", 1,
			// a value is not asked for where a relation only becomes unique
			"relation becomes one to one", 0);

	static Stream<Evolution> evolutions() throws IOException {
		try (InputStream file = EvolutionTests.class.getResourceAsStream("/evolutions.json")) {
			List<Evolution> evolutions = new ArrayList<>();
			JsonMapper.shared().readTree(file).get("evolutions").forEach((node) -> evolutions.add(new Evolution(node)));
			return evolutions.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("evolutions")
	void theOperationsAreDjangos(Evolution evolution) {
		Asked asked = new Asked(evolution.node.get("answers").path("rename").asBoolean(false));
		Difference difference = evolution.difference(asked);
		List<String> django = new ArrayList<>();
		evolution.node.get("django").get("operations").forEach((name) -> django.add(name.asString()));
		assertThat(operations(difference.changes(), evolution.before()))
			.containsExactlyInAnyOrderElementsOf(DEVIATIONS.getOrDefault(evolution.toString(), plain(django)));
		assertThat(asked.questions).as(asked.questions.toString())
			.hasSize(QUESTIONS.getOrDefault(evolution.toString(), evolution.node.get("django").get("asked").size()));
	}

	/** Unique together is a constraint, as an unique field is. */
	private static List<String> plain(List<String> operations) {
		return operations.stream().map((name) -> name.equals("AlterUniqueTogether") ? "AlterField" : name).toList();
	}

	private static List<String> operations(List<Change> changes, Schema before) {
		Set<String> made = changes.stream()
			.filter((change) -> change.id().kind() == ObjectKind.TABLE)
			.map((change) -> change.id().name())
			.collect(Collectors.toSet());
		List<String> operations = new ArrayList<>();
		Set<String> altered = new TreeSet<>();
		Set<String> others = new TreeSet<>();
		for (Change change : changes) {
			ObjectId id = change.id();
			if (id.kind() == ObjectKind.TABLE) {
				operations.add(ofTable(change));
			}
			else if (!made.contains(id.table()) && id.kind() == ObjectKind.COLUMN
					&& !(change instanceof Change.Replace)) {
				operations.add(ofColumn(change));
				others.add(id.table());
			}
			else if (!made.contains(id.table()) && !(change instanceof Change.Rename)) {
				altered.add(id.table());
			}
		}
		altered.removeIf((table) -> others.contains(table)
				&& changes.stream().noneMatch((change) -> change instanceof Change.Replace));
		altered.forEach((table) -> operations.add("AlterField"));
		return operations;
	}

	/** A table that joins two others is a field of one of them. */
	private static String ofTable(Change change) {
		boolean join = change.id().name().endsWith("_others");
		if (change instanceof Change.Rename) {
			return "RenameModel";
		}
		String model = (change instanceof Change.Add) ? "CreateModel" : "DeleteModel";
		String field = (change instanceof Change.Add) ? "AddField" : "RemoveField";
		return join ? field : model;
	}

	private static String ofColumn(Change change) {
		if (change instanceof Change.Rename) {
			return "RenameField";
		}
		return (change instanceof Change.Add) ? "AddField" : "RemoveField";
	}

	@ParameterizedTest
	@MethodSource("evolutions")
	void theTablesAreDjangosInTheEnd(Evolution evolution) {
		Schema ours = evolution.before().plus(evolution.difference(new Asked(true)).changes());
		JsonNode tables = evolution.node.get("django").get("schema");
		assertThat(ours.all(Table.class).stream().map(Table::name))
			.containsExactlyInAnyOrderElementsOf(tables.propertyNames());
		for (String table : tables.propertyNames()) {
			Map<String, String> django = new TreeMap<>();
			tables.get(table)
				.get("columns")
				.properties()
				.forEach((column) -> django.put(column.getKey(), described(column.getValue())));
			Map<String, String> own = new TreeMap<>();
			ours.columns(table).forEach((column) -> own.put(column.name(), described(ours, column)));
			assertThat(own).as(table).isEqualTo(django);
			assertThat(together(ours, table)).as(table).hasSize(tables.get(table).get("together").size());
		}
	}

	private static String described(JsonNode column) {
		return TypeSpelling.of(column.get("type").asString()) + (column.get("null").asBoolean() ? "" : " not null")
				+ (column.get("unique").asBoolean() ? " unique" : "")
				+ (column.get("references").isNull() ? "" : " -> " + column.get("references").asString())
				+ (column.get("check").isNull() ? "" : " checked");
	}

	private static String described(Schema schema, Column column) {
		List<String> own = List.of(column.name());
		boolean unique = schema.all(Unique.class)
			.stream()
			.anyMatch((constraint) -> constraint.table().equals(column.table()) && constraint.columns().equals(own));
		Optional<ForeignKey> key = schema.all(ForeignKey.class)
			.stream()
			.filter((constraint) -> constraint.table().equals(column.table()) && constraint.columns().equals(own))
			.findFirst();
		boolean checked = schema.all(Check.class)
			.stream()
			.anyMatch((check) -> check.table().equals(column.table())
					&& check.expression().contains('"' + column.name() + '"'));
		return column.type() + (column.notNull() ? " not null" : "") + (unique ? " unique" : "")
				+ key.map((constraint) -> " -> " + constraint.target()).orElse("") + (checked ? " checked" : "");
	}

	private static List<Unique> together(Schema schema, String table) {
		return schema.all(Unique.class)
			.stream()
			.filter((constraint) -> constraint.table().equals(table) && constraint.columns().size() > 1)
			.toList();
	}

	/** Remembers what was asked. */
	private static final class Asked implements Questions {

		private final boolean renamed;

		private final List<String> questions = new ArrayList<>();

		private Asked(boolean renamed) {
			this.renamed = renamed;
		}

		@Override
		public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
			this.questions.add("rename " + candidates.get(0).id() + " to " + added);
			return this.renamed ? Optional.of(candidates.get(0).id()) : Optional.empty();
		}

		@Override
		public String fill(Column column, boolean added) {
			this.questions.add("value of " + column.id());
			return "'x'";
		}

	}

	/** Models before and after, and Django's answers. */
	static final class Evolution {

		private static final Map<String, Class<?>> TYPES = Map.of("char", String.class, "text", String.class, "int",
				Integer.class, "bigint", Long.class, "decimal", BigDecimal.class, "bool", Boolean.class, "date",
				LocalDate.class, "moment", Instant.class, "uuid", UUID.class, "positive", Integer.class);

		private static final Map<String, Class<? extends Model>> CLASSES = Map.of("Category", Category.class, "Product",
				Product.class, "Article", Article.class);

		private final JsonNode node;

		private Evolution(JsonNode node) {
			this.node = node;
		}

		JsonNode node() {
			return this.node;
		}

		Schema before() {
			return schema(this.node.get("before"));
		}

		Difference difference(Questions questions) {
			return SchemaDiff.of(before(), schema(this.node.get("after")), Map.of(), questions);
		}

		private static Schema schema(JsonNode models) {
			List<DescribedBinding> bindings = models.properties()
				.stream()
				.map((model) -> new DescribedBinding(model(model.getKey(), model.getValue())))
				.toList();
			return bindings.isEmpty() ? Schema.empty()
					: ModelSchema.of(ModelRegistry.bound(bindings, TypeRegistry.standard()));
		}

		private static ModelDescription model(String name, JsonNode model) {
			String table = model.path("table").asString("shop_" + name.toLowerCase(Locale.ROOT));
			List<FieldDescription> fields = new ArrayList<>(
					List.of(FieldDescription.of("id", "id", Long.class, Flag.PRIMARY_KEY, Flag.IDENTITY)));
			List<ManyToManyDescription> joins = new ArrayList<>();
			model.get("fields").properties().forEach((field) -> {
				if (field.getValue().get("type").asString().equals("many")) {
					Class<? extends Model> target = CLASSES.get(field.getValue().get("to").asString());
					joins.add(new ManyToManyDescription(field.getKey(), CLASSES.get(name), target, null,
							TableName.of(table + "_" + field.getKey()), name.toLowerCase(Locale.ROOT) + "_id",
							target.getSimpleName().toLowerCase(Locale.ROOT) + "_id", false, "+", null));
				}
				else {
					fields.add(field(field.getKey(), field.getValue()));
				}
			});
			List<List<String>> together = new ArrayList<>();
			model.path("together").forEach((set) -> {
				List<String> names = new ArrayList<>();
				set.forEach((attribute) -> names.add(attribute.asString()));
				together.add(names);
			});
			return new ModelDescription(CLASSES.get(name), "", TableName.of(table), null, null, List.of(), List.of(),
					together, fields, joins);
		}

		private static FieldDescription field(String name, JsonNode field) {
			List<Flag> flags = new ArrayList<>();
			Map.of("null", Flag.NULLABLE, "unique", Flag.UNIQUE, "index", Flag.INDEX).forEach((key, flag) -> {
				if (field.path(key).asBoolean(false)) {
					flags.add(flag);
				}
			});
			String type = field.get("type").asString();
			if (type.equals("positive")) {
				flags.add(Flag.POSITIVE);
			}
			Flag[] all = flags.toArray(Flag[]::new);
			if (type.equals("fk") || type.equals("one")) {
				return FieldDescription
					.of(name, name + "_id", type.equals("fk") ? dev.orm.model.ForeignKey.class : OneToOne.class, all)
					.relation(new RelationDescription(CLASSES.get(field.get("to").asString()), "",
							OnDeleteAction.CASCADE, "", "+", null));
			}
			return FieldDescription.of(name, field.path("column").asString(name), TYPES.get(type), all)
				.size(field.path("length").asInt(0), field.path("digits").asInt(0), field.path("places").asInt(0));
		}

		@Override
		public String toString() {
			return this.node.get("name").asString();
		}

	}

	abstract static class Category extends Model {

	}

	abstract static class Product extends Model {

	}

	abstract static class Article extends Model {

	}

}
