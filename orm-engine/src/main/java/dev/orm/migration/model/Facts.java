package dev.orm.migration.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.EntityModel;
import dev.orm.schema.Extension;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Namespace;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Policy;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;
import dev.orm.schema.Unique;

/** The objects that models became so far. Used by one thread. */
final class Facts {

	private final Map<ObjectId, SchemaObject> objects = new LinkedHashMap<>();

	private final Map<ObjectId, Claimant> claimants = new HashMap<>();

	private final Map<String, List<List<String>>> leading = new HashMap<>();

	private final TreeSet<String> namespaces = new TreeSet<>();

	private final TreeSet<String> extensions = new TreeSet<>();

	private final ObjectNames names = new ObjectNames();

	private final Predicate<EntityModel> isForeign;

	private final Predicate<EntityModel> isEarlier;

	/**
	 * Create it.
	 * @param models whose tables are ours
	 * @param isForeign whether others make the table of a model
	 * @param isEarlier whether others make it before ours, in the same database
	 */
	Facts(List<EntityModel> models, Predicate<EntityModel> isForeign, Predicate<EntityModel> isEarlier) {
		this.isForeign = isForeign;
		this.isEarlier = isEarlier;
		for (EntityModel model : models) {
			if (!model.table().schema().isEmpty()) {
				this.namespaces.add(model.table().schema());
			}
			this.names.take(table(model));
			add(new Table(table(model), model.description().options().comment(), partition(model)), Claimant.of(model));
		}
	}

	/** Whether the table of a model is made by others, and is no fact of ours. */
	boolean isForeign(EntityModel model) {
		return !model.managed() || this.isForeign.test(model);
	}

	/** Whether a foreign key may lead to the table of a model. */
	boolean isReached(EntityModel model) {
		return !isForeign(model) || isOutside(model);
	}

	/**
	 * Whether the table of a model is there before ours are made, and is none of them.
	 */
	boolean isOutside(EntityModel model) {
		return isForeign(model) && this.isEarlier.test(model);
	}

	/** The table of a model, as facts name it. */
	static String table(EntityModel model) {
		return new TablePath(model.table().schema(), model.table().name()).text();
	}

	private static List<String> partition(EntityModel model) {
		return model.declarations()
			.partition()
			.stream()
			.map((attribute) -> model.field(attribute).orElseThrow().column())
			.toList();
	}

	/** Add an object; one that is there already must be the same. */
	void add(SchemaObject object, Claimant claimant) {
		SchemaObject other = this.objects.putIfAbsent(object.id(), object);
		if (other != null && !other.equals(object)) {
			throw new ModelDefinitionException(
					"%s and %s both claim %s, and differ:\n  %s\n  %s\n  hint: give one of them another name"
						.formatted(this.claimants.get(object.id()), claimant, object.id(), other.line(), object.line()),
					claimant.subject().by(object.id().name()));
		}
		this.claimants.putIfAbsent(object.id(), claimant);
		remember(object);
	}

	/** The policies of a table, as far as they are known. */
	List<Policy> policies(String table) {
		return this.objects.values()
			.stream()
			.filter((object) -> object instanceof Policy && object.id().table().equals(table))
			.map(Policy.class::cast)
			.toList();
	}

	private void remember(SchemaObject object) {
		if (object instanceof Key key) {
			leads(key.table(), key.columns());
		}
		else if (object instanceof Unique unique) {
			leads(unique.table(), unique.columns());
		}
		else if (object instanceof Index index && index.where().isEmpty() && index.method().equals(Index.BTREE)) {
			leads(index.table(), index.elements().stream().map(Index.Element::column).toList());
		}
	}

	private void leads(String table, List<String> columns) {
		this.leading.computeIfAbsent(table, (name) -> new ArrayList<>()).add(columns);
	}

	/**
	 * Return whether a key, unique constraint or index of all rows leads with columns.
	 */
	boolean isLedBy(String table, List<String> columns) {
		return this.leading.getOrDefault(table, List.of())
			.stream()
			.anyMatch((known) -> known.size() >= columns.size() && known.subList(0, columns.size()).equals(columns));
	}

	void extension(String name) {
		this.extensions.add(name);
	}

	ObjectNames names() {
		return this.names;
	}

	Schema schema() {
		List<SchemaObject> all = new ArrayList<>();
		this.namespaces.forEach((name) -> all.add(new Namespace(name)));
		this.extensions.forEach((name) -> all.add(new Extension(name)));
		all.addAll(this.objects.values());
		return Schema.of(all);
	}

}
