package dev.orm.law.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import dev.orm.declare.Meta;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.DescribedBinding;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.RenameCandidate;
import dev.orm.migration.model.ModelSchema;
import dev.orm.model.ColumnDetails.Computed;
import dev.orm.model.ColumnDetails;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.FieldDescription;
import dev.orm.model.ManyToManyDescription;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.Presentation;
import dev.orm.model.TableName;
import dev.orm.model.TableOptions;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Index;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.TablePath;
import dev.orm.type.TypeRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Models made up from a seed, and edits of them. What is made is linked by the registry
 * and becomes a schema as any application's models do; some checks and unusual indexes
 * are put on top.
 */
final class RandomModels {

	static final List<Class<? extends Model>> CLASSES = List.of(M0.class, M1.class, M2.class, M3.class, M4.class,
			M5.class);

	/** The schema of the database that some tables lie in. */
	static final String SCHEMA = "law_beside";

	private final Random random;

	/** Whether what rows were is kept. */
	private final boolean keeps;

	private final List<Entity> entities = new ArrayList<>();

	private int names;

	RandomModels(long seed) {
		this.random = new Random(seed);
		this.keeps = seed % 3 == 1;
		for (int i = 0; i < 2 + this.random.nextInt(3); i++) {
			this.entities.add(entity(i));
		}
	}

	private Entity entity(int place) {
		Entity entity = new Entity(place, ((place == 2) ? SCHEMA + "." : "") + name("t"));
		entity.kept = place == 1 && this.keeps;
		entity.seen = this.random.nextInt(4) == 0;
		for (int i = 0; i < 1 + this.random.nextInt(4); i++) {
			entity.attributes.add(attribute(place));
		}
		return entity;
	}

	private String name(String prefix) {
		return prefix + this.names++;
	}

	private RandomAttribute attribute(int entity) {
		RandomAttribute attribute = new RandomAttribute(name("a"),
				List.of(Sort.values()).get(this.random.nextInt(Sort.values().length)));
		attribute.nullable = this.random.nextBoolean();
		attribute.unique = this.random.nextInt(5) == 0 && attribute.sort != Sort.JSON;
		attribute.index = this.random.nextInt(5) == 0 && attribute.sort != Sort.JSON;
		attribute.positive = this.random.nextBoolean();
		attribute.extra = this.random.nextInt(8);
		attribute.declared = declared();
		attribute.labelled = this.random.nextBoolean();
		attribute.target = this.random.nextInt(entity + 1);
		return attribute;
	}

	private @Nullable RandomDeclaration declared() {
		List<RandomDeclaration> choices = List.of(RandomDeclaration.values());
		return this.random.nextBoolean() ? choices.get(this.random.nextInt(choices.size())) : null;
	}

	/** Change something, and remember what was renamed. */
	RandomModels edit(Map<ObjectId, ObjectId> renames, boolean keepsRows) {
		Entity entity = this.entities.get(this.random.nextInt(this.entities.size()));
		RandomAttribute attribute = entity.attributes.get(this.random.nextInt(entity.attributes.size()));
		switch (this.random.nextInt(12)) {
			case 0 -> entity.attributes.add(attribute(entity.place));
			case 1 -> {
				if (!keepsRows || attribute.nullable || !attribute.isTold()) {
					remove(entity, attribute);
				}
			}
			case 2 -> attribute.nullable = !attribute.nullable;
			case 3 -> attribute.unique = !attribute.unique && attribute.sort != Sort.JSON && !keepsRows;
			case 4 -> attribute.index = !attribute.index && attribute.sort != Sort.JSON;
			case 5 -> attribute.extra = this.random.nextInt(8);
			case 6 -> attribute.sort = attribute.sort.next(this.random);
			case 7 -> rename(entity, attribute, renames);
			case 8 -> rename(entity, renames);
			case 9 -> {
				entity.computed = !entity.computed;
				entity.kept ^= this.keeps && !keepsRows;
			}
			case 10 -> attribute.declared = declared();
			default -> entity.together = !entity.together && entity.attributes.size() > 1 && !keepsRows;
		}
		return this;
	}

	private static void remove(Entity entity, RandomAttribute attribute) {
		if (entity.attributes.size() > 1) {
			entity.attributes.remove(attribute);
			entity.together = false;
		}
	}

	private void rename(Entity entity, RandomAttribute attribute, Map<ObjectId, ObjectId> renames) {
		if (!attribute.fresh) {
			String before = attribute.column();
			attribute.name = name("r");
			attribute.fresh = true;
			renames.put(ObjectId.column(entity.table, attribute.column()), ObjectId.column(entity.table, before));
		}
	}

	private void rename(Entity entity, Map<ObjectId, ObjectId> renames) {
		String before = entity.table;
		if (renames.values().stream().noneMatch((id) -> id.equals(ObjectId.table(before)))
				&& !renames.containsKey(ObjectId.table(before))) {
			// now and then it moves to the other schema or back
			entity.table = ((this.random.nextInt(3) == 0) ? SCHEMA + "." : "") + name("u");
			renames.put(ObjectId.table(entity.table), ObjectId.table(before));
			Map.copyOf(renames).forEach((to, from) -> {
				if (to.table().equals(before)) {
					renames.remove(to);
					renames.put(ObjectId.column(entity.table, to.name()), ObjectId.column(entity.table, from.name()));
				}
			});
		}
	}

	Schema schema() {
		List<DescribedBinding> bindings = this.entities.stream()
			.map((entity) -> new DescribedBinding(description(entity), entity::declare))
			.toList();
		return decorated(ModelSchema.of(ModelRegistry.bound(bindings, TypeRegistry.standard())));
	}

	private ModelDescription description(Entity entity) {
		List<FieldDescription> fields = new ArrayList<>();
		fields.add(FieldDescription.of("id", "id", Long.class, Flag.PRIMARY_KEY, Flag.IDENTITY));
		entity.attributes.forEach((attribute) -> fields.add(attribute.describe().details(attribute.details())));
		if (entity.computed) {
			fields.add(FieldDescription.of("twice", "twice", Long.class, Flag.NULLABLE)
				.details(new ColumnDetails("", "", "", "", entity.twice(), List.of(), null)));
		}
		List<List<String>> together = entity.together
				? List.of(List.of(entity.attributes.get(0).name, entity.attributes.get(1).name)) : List.of();
		List<ManyToManyDescription> joins = (entity.place % 2 == 1)
				? List.of(new ManyToManyDescription("links", CLASSES.get(entity.place), CLASSES.get(0), null,
						tableName(entity.table + "_links"), "from_id", "to_id", false, "+", null))
				: List.of();
		return new ModelDescription(CLASSES.get(entity.place), "", tableName(entity.table), null, null, List.of(),
				List.of(), together, fields, joins, entity.options());
	}

	private static TableName tableName(String path) {
		TablePath table = TablePath.of(path);
		return new TableName(table.schema(), table.name());
	}

	/** A name for what lies beside the table. */
	private static String beside(Column column, String suffix) {
		return TablePath.of(column.table()).name() + "_" + column.name() + suffix;
	}

	private Schema decorated(Schema schema) {
		List<SchemaObject> objects = new ArrayList<>(schema.objects());
		for (Entity entity : this.entities) {
			for (RandomAttribute attribute : entity.attributes) {
				ObjectId id = ObjectId.column(entity.table, attribute.column());
				int place = objects.indexOf(schema.find(id).orElseThrow());
				decorate((Column) objects.get(place), attribute, objects);
			}
			if (entity.seen) {
				objects.add(entity.view());
			}
		}
		return Schema.of(objects);
	}

	private static void decorate(Column column, RandomAttribute attribute, List<SchemaObject> objects) {
		String quoted = '"' + column.name() + '"';
		switch (attribute.extra) {
			case 2 ->
				objects.add(new Check(column.table(), beside(column, "_given"), quoted + " IS NOT NULL OR 1 > 0"));
			case 3 -> objects
				.add(Index.of(column.table(), beside(column, "_some"), List.of("id")).where(quoted + " IS NOT NULL"));
			case 4 -> objects.add(new Index(column.table(), beside(column, "_text"), false, Index.BTREE,
					List.of(Index.Element.expression(quoted + " IS NULL").options("desc"),
							Index.Element.column("id").options("desc nulls last")),
					true, List.of(), "fillfactor=70", ""));
			default -> {
			}
		}
	}

	/** Answers by what was renamed; columns that need a value get one. */
	static Questions answers(Map<ObjectId, ObjectId> renames) {
		return new Questions() {
			@Override
			public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
				ObjectId from = renames.get(added);
				return candidates.stream().map(RenameCandidate::id).filter((id) -> id.equals(from)).findFirst();
			}

			@Override
			public String fill(Column column, boolean added) {
				return Arrays.stream(Sort.values())
					.filter((sort) -> sort.sample() != null && column.type().equals(sort.type()))
					.map((sort) -> sort.sample())
					.findFirst()
					.orElse("1");
			}
		};
	}

	private static final class Entity {

		private final int place;

		private String table;

		private boolean together;

		private boolean computed;

		/** Whether a view that models declare as it is reads the table. */
		private boolean seen;

		private boolean kept;

		private final List<RandomAttribute> attributes = new ArrayList<>();

		private void declare(Meta<Model> meta) {
			for (RandomAttribute attribute : this.attributes) {
				boolean allowed = !this.kept || attribute.declared != RandomDeclaration.SECURED;
				if (attribute.declared != null && attribute.sort != Sort.JSON && allowed) {
					attribute.declared.declare(meta, attribute.name, attribute.sort, attribute.label());
				}
			}
			if (this.attributes.stream()
				.anyMatch((attribute) -> attribute.isSortedOtherwise() && !attribute.labelled)) {
				meta.collation(RandomAttribute.COLLATION);
			}
			if (this.kept) {
				meta.history()
					.without((this.attributes.size() > 2) ? new String[] { this.attributes.get(0).name }
							: new String[0]);
			}
		}

		private Entity(int place, String table) {
			this.place = place;
			this.table = table;
		}

		private Raw view() {
			String name = "seen" + this.place;
			return new Raw(name, "CREATE VIEW " + name + " AS SELECT \"id\", \"" + this.attributes.get(0).column()
					+ "\" FROM " + ScratchSchema.quoted(this.table), "DROP VIEW " + name);
		}

		/** Computed from the first number, or the key. */
		private Computed twice() {
			String number = this.attributes.stream()
				.filter((attribute) -> attribute.sort.isNumber())
				.map((attribute) -> "(\"" + attribute.name + "\")::bigint * 2")
				.findFirst()
				.orElse("\"id\" * 2");
			return new Computed(number, true);
		}

		private TableOptions options() {
			boolean plain = this.attributes.stream().noneMatch((attribute) -> attribute.extra == 5);
			return plain ? TableOptions.PLAIN : new TableOptions("a table", true, false, Presentation.NONE);
		}

	}

	abstract static class M0 extends Model {

	}

	abstract static class M1 extends Model {

	}

	abstract static class M2 extends Model {

	}

	abstract static class M3 extends Model {

	}

	abstract static class M4 extends Model {

	}

	abstract static class M5 extends Model {

	}

}
