package dev.orm.meta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields and relations of a model, by the names they go by. Filled while the registry
 * is linked, immutable from then on.
 */
final class ModelMembers {

	private final List<FieldModel> fields = new ArrayList<>();

	/** What everybody else sees of them; asked for by each read and write. */
	private final List<FieldModel> readableFields = Collections.unmodifiableList(this.fields);

	private final Map<String, FieldModel> fieldsByName = new LinkedHashMap<>();

	private final Map<String, RelationModel> relationsByQueryName = new LinkedHashMap<>();

	private final Map<String, RelationModel> relationsByAccessor = new LinkedHashMap<>();

	private final List<RelationModel> relations = new ArrayList<>();

	void add(FieldModel field) {
		this.fields.add(field);
		this.fieldsByName.put(field.name(), field);
	}

	/** Names of raw keys are known once all attributes are, which come first. */
	void fieldsComplete() {
		this.fields.forEach((field) -> this.fieldsByName.putIfAbsent(field.attname(), field));
	}

	void add(RelationModel relation) {
		this.relations.add(relation);
		if (!relation.hidden()) {
			this.relationsByAccessor.put(relation.name(), relation);
		}
		if (!relation.hidden() || relation.kind() == RelationModel.Kind.MANY_TO_MANY) {
			this.relationsByQueryName.put(relation.queryName(), relation);
		}
	}

	List<FieldModel> fields() {
		return this.readableFields;
	}

	List<RelationModel> relations() {
		return Collections.unmodifiableList(this.relations);
	}

	@Nullable FieldModel field(String name) {
		return this.fieldsByName.get(name);
	}

	@Nullable RelationModel relation(String queryName) {
		return this.relationsByQueryName.get(queryName);
	}

	@Nullable RelationModel accessor(String name) {
		return this.relationsByAccessor.get(name);
	}

	/** The names a path may start with, sorted. */
	List<String> choices() {
		List<String> names = new ArrayList<>(this.fieldsByName.keySet());
		this.relationsByQueryName.values()
			.stream()
			.filter((relation) -> !relation.hidden() && !names.contains(relation.queryName()))
			.forEach((relation) -> names.add(relation.queryName()));
		names.sort(null);
		return names;
	}

}
