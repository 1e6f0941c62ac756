package dev.orm.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.error.DoesNotExistException;
import dev.orm.load.follow.Keys;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/** Fetches a deferred field for several instances by one query. */
final class DeferredFetcher {

	private final Reader reader;

	private final ReadOptions options;

	DeferredFetcher(Reader reader, ReadOptions options) {
		this.reader = reader;
		this.options = options;
	}

	void fetch(List<Model> owners, FieldModel field) {
		EntityModel model = field.model();
		List<Object> keys = owners.stream().map((owner) -> Objects.requireNonNull(owner.pk())).toList();
		QuerySpec query = QuerySpec.every(model)
			.then(Restriction.Filter.keys(keys))
			.then(new Arrangement.OrderBy(List.of()))
			.then(new Selection.Values(List.of("pk", field.attname()), Map.of()));
		Map<@Nullable Object, @Nullable Object> values = new HashMap<>();
		this.reader.values(query, this.options).rows().forEach((row) -> values.put(model.key(row[0]), row[1]));
		for (Model owner : owners) {
			Object key = model.key(owner.pk());
			if (!values.containsKey(key)) {
				throw new DoesNotExistException(
						"%s was deleted before its field %s was fetched.".formatted(model.name(), field.name()),
						model.name(), owner.pk());
			}
			set(owner, field, values.get(key));
		}
	}

	static void set(Model owner, FieldModel field, @Nullable Object value) {
		EntityBinding<Model> binding = EntityBinding.of(owner.getClass());
		RelationModel relation = field.relation();
		binding.set(owner, field.index(), (relation != null) ? Keys.loaded(owner, relation, value) : value);
		InstanceState.of(owner).deferred().clear(field.index());
	}

}
