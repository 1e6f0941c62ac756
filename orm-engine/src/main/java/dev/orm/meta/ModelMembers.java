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

	private List<FieldModel> localFields = List.of();

	private final Map<String, FieldModel> fieldsByName = new LinkedHashMap<>();

	private final Map<String, RelationModel> relationsByQueryName = new LinkedHashMap<>();

	private final Map<String, RelationModel> relationsByAccessor = new LinkedHashMap<>();

	private final List<RelationModel> relations = new ArrayList<>();

	void add(FieldModel field) {
		this.fields.add(field);
		this.fieldsByName.put(field.name(), field);
	}

	/** Names of raw keys are known once all attributes are, which come first. */
	void fieldsComplete(EntityModel table) {
		List<FieldModel> local = new ArrayList<>(this.fields.size());
		for (FieldModel field : this.fields) {
			if (field.description().relation() != null) {
				this.fieldsByName.putIfAbsent(field.attname(), field);
			}
			if (field.owner() == table) {
				local.add(field);
			}
		}
		this.localFields = List.copyOf(local);
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

	/** The parts of the primary key. */
	List<FieldModel> key() {
		List<FieldModel> key = new ArrayList<>(1);
		for (FieldModel field : this.fields) {
			if (field.primaryKey()) {
				key.add(field);
			}
		}
		return List.copyOf(key);
	}

	List<FieldModel> fields() {
		return this.readableFields;
	}

	List<FieldModel> localFields() {
		return this.localFields;
	}

	/** The parts of a composite key in the form in which equal keys are equal objects. */
	static List<@Nullable Object> keyForms(List<FieldModel> key, List<?> parts) {
		List<@Nullable Object> forms = new ArrayList<>(parts.size());
		for (int i = 0; i < parts.size(); i++) {
			forms.add(key.get(i).key(parts.get(i)));
		}
		return forms;
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
