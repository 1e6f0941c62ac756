package dev.orm.load;

import java.util.List;
import java.util.Map;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.load.follow.Keys;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Suggestions;
import dev.orm.model.Hooks;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values the database has into an instance that is loaded. Django's
 * {@code refresh_from_db}.
 */
final class Refresher {

	private final Reader reader;

	private final EntityModel model;

	Refresher(Reader reader, EntityModel model) {
		this.reader = reader;
		this.model = model;
	}

	void refresh(Model instance, QuerySpec rows, List<String> attributes, ReadOptions options) {
		Object key = instance.pk();
		if (key == null) {
			throw new QueryValueException("%s has no key, so there is no row to read it from.".formatted(instance),
					this.model.subject())
				.of(instance);
		}
		List<FieldModel> fields = attributes.isEmpty() ? loaded(instance)
				: FirstField.columns(this.model, attributes)
					.stream()
					.filter((name) -> !isRelated(name))
					.map(this::field)
					.toList();
		if (!fields.isEmpty()) {
			ValuesUndo undo = new ValuesUndo(instance, fields);
			read(instance, restricted(rows, key, fields), fields, options);
			undo.changed();
			this.reader.runner().onRollback(options.decided(), undo);
		}
		forget(instance, attributes);
		Hooks.of(this.model.binding()).afterLoad(instance);
	}

	private boolean isRelated(String name) {
		return this.model.accessor(name).map((relation) -> !relation.forward()).orElse(false);
	}

	private FieldModel field(String name) {
		return this.model.field(name).orElseThrow(() -> Suggestions.noField(this.model, name));
	}

	private List<FieldModel> loaded(Model instance) {
		InstanceState state = InstanceState.ifPresent(instance);
		return this.model.fields()
			.stream()
			.filter((field) -> state == null || !state.deferred().get(field.index()))
			.toList();
	}

	private QuerySpec restricted(QuerySpec rows, Object key, List<FieldModel> fields) {
		QuerySpec restricted = rows.then(Restriction.Filter.key(key)).then(new Arrangement.OrderBy(List.of()));
		boolean all = fields.size() == this.model.fields().size();
		return all ? restricted
				: restricted.then(new Selection.Values(fields.stream().map(FieldModel::attname).toList(), Map.of()));
	}

	private void read(Model instance, QuerySpec query, List<FieldModel> fields, ReadOptions options) {
		boolean all = fields.size() == this.model.fields().size();
		if (all) {
			List<Model> found = this.reader.instances(query, options);
			Model fresh = found.isEmpty() ? null : found.get(0);
			checkFound(instance, fresh);
			fields.forEach((field) -> set(instance, field, fresh(fresh, field)));
			return;
		}
		List<@Nullable Object[]> found = this.reader.values(query, options).rows();
		@Nullable Object @Nullable [] row = found.isEmpty() ? null : found.get(0);
		checkFound(instance, row);
		for (int i = 0; row != null && i < fields.size(); i++) {
			set(instance, fields.get(i), row[i]);
		}
	}

	private @Nullable Object fresh(@Nullable Model fresh, FieldModel field) {
		return (fresh != null) ? field.value(fresh) : null;
	}

	private void checkFound(Model instance, @Nullable Object found) {
		if (found == null) {
			throw new DoesNotExistException(
					"%s is gone, or not among the rows it was to be read from.".formatted(this.model.name()),
					this.model.name(), instance.pk());
		}
	}

	private void set(Model instance, FieldModel field, @Nullable Object value) {
		RelationModel relation = field.relation();
		Object stored = value;
		if (relation != null) {
			ToOne<?> fresh = (value instanceof ToOne<?> handle) ? handle : null;
			stored = handle(instance, relation, (fresh != null) ? fresh.id() : value, fresh);
		}
		field.set(instance, stored);
		InstanceState state = InstanceState.ifPresent(instance);
		if (state != null) {
			state.deferred().clear(field.index());
		}
	}

	@SuppressWarnings("unchecked")
	private static ToOne<Model> handle(Model instance, RelationModel relation, @Nullable Object key,
			@Nullable ToOne<?> fresh) {
		ToOne<Model> handle = Keys.loaded(instance, relation, key);
		handle.cache((fresh != null) ? ((ToOne<Model>) fresh).fetched() : null);
		return handle;
	}

	/** What is no relation was not fetched by itself. */
	private static void forget(Model instance, List<String> attributes) {
		InstanceState state = InstanceState.ifPresent(instance);
		if (state != null && attributes.isEmpty()) {
			state.forgetRelated();
		}
		else if (state != null) {
			attributes.forEach(state::forget);
		}
	}

}
