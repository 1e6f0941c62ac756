package dev.orm.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What the source code says of a model, as the processor read it. Immutable.
 *
 * @param type the model class
 * @param group the group it belongs to: the name of its {@code @ModelGroup}, else the
 * last part of its package's
 * @param table the table
 * @param parent the concrete model whose table holds the inherited fields (multi-table
 * inheritance), else null
 * @param proxyOf the concrete model whose table a proxy shares, else null
 * @param ordering the default ordering
 * @param getLatestBy the attributes of {@code latest()}
 * @param uniqueTogether attribute sets that are unique together
 * @param fields all fields, inherited ones first, in declaration order
 * @param manyToMany the many-to-many attributes, inherited ones first
 * @param options what else is said of the table
 * @param generics what is said of generic keys
 */
public record ModelDescription(Class<? extends Model> type, String group, TableName table,
		@Nullable Class<? extends Model> parent, @Nullable Class<? extends Model> proxyOf, List<String> ordering,
		List<String> getLatestBy, List<List<String>> uniqueTogether, List<FieldDescription> fields,
		List<ManyToManyDescription> manyToMany, TableOptions options, Generics generics) {

	public ModelDescription {
		ordering = List.copyOf(ordering);
		getLatestBy = List.copyOf(getLatestBy);
		uniqueTogether = List.copyOf(uniqueTogether);
		fields = List.copyOf(fields);
		manyToMany = List.copyOf(manyToMany);
	}

	/**
	 * Describe a model whose table is like any.
	 * @param type the model class
	 * @param group the group it belongs to
	 * @param table the table
	 * @param parent the concrete model whose table holds the inherited fields, else null
	 * @param proxyOf the concrete model whose table a proxy shares, else null
	 * @param ordering the default ordering
	 * @param getLatestBy the attributes of {@code latest()}
	 * @param uniqueTogether attribute sets that are unique together
	 * @param fields all fields
	 * @param manyToMany the many-to-many attributes
	 */
	public ModelDescription(Class<? extends Model> type, String group, TableName table,
			@Nullable Class<? extends Model> parent, @Nullable Class<? extends Model> proxyOf, List<String> ordering,
			List<String> getLatestBy, List<List<String>> uniqueTogether, List<FieldDescription> fields,
			List<ManyToManyDescription> manyToMany) {
		this(type, group, table, parent, proxyOf, ordering, getLatestBy, uniqueTogether, fields, manyToMany,
				TableOptions.PLAIN);
	}

	/**
	 * Describe a model without generic keys.
	 * @param type the model class
	 * @param group the group it belongs to
	 * @param table the table
	 * @param parent the concrete model whose table holds the inherited fields, else null
	 * @param proxyOf the concrete model whose table a proxy shares, else null
	 * @param ordering the default ordering
	 * @param getLatestBy the attributes of {@code latest()}
	 * @param uniqueTogether attribute sets that are unique together
	 * @param fields all fields
	 * @param manyToMany the many-to-many attributes
	 * @param options what else is said of the table
	 */
	public ModelDescription(Class<? extends Model> type, String group, TableName table,
			@Nullable Class<? extends Model> parent, @Nullable Class<? extends Model> proxyOf, List<String> ordering,
			List<String> getLatestBy, List<List<String>> uniqueTogether, List<FieldDescription> fields,
			List<ManyToManyDescription> manyToMany, TableOptions options) {
		this(type, group, table, parent, proxyOf, ordering, getLatestBy, uniqueTogether, fields, manyToMany, options,
				Generics.NONE);
	}

	/**
	 * Return the class that decides equality.
	 * @return the model class; for a proxy the class it is a proxy of
	 */
	public Class<? extends Model> concreteType() {
		return (this.proxyOf != null) ? this.proxyOf : this.type;
	}

	@SuppressWarnings("unchecked")
	@Nullable Object key(Model instance) {
		EntityBinding<Model> binding = (EntityBinding<Model>) (EntityBinding<?>) EntityBinding.of(instance.getClass());
		List<@Nullable Object> parts = new ArrayList<>(1);
		for (int i = 0; i < this.fields.size(); i++) {
			if (this.fields.get(i).primaryKey()) {
				parts.add(ToOne.keyOf(binding.get(instance, i)));
			}
		}
		if (parts.stream().anyMatch(Objects::isNull)) {
			return null;
		}
		return (parts.size() == 1) ? parts.get(0) : Collections.unmodifiableList(parts);
	}

	List<String> names(BitSet indexes) {
		return indexes.stream().mapToObj((index) -> this.fields.get(index).name()).toList();
	}

}
