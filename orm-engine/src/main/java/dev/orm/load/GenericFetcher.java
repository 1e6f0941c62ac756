package dev.orm.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.orm.expression.Nodes;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.routing.Hints;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what generic keys point to, by one query for each model, and puts the rows into
 * the handles. A row that is not there is missing, and so is one of a table that is no
 * model's any more.
 */
final class GenericFetcher {

	private final Reader reader;

	private final ReadOptions around;

	GenericFetcher(Reader reader, ReadOptions around) {
		this.reader = reader;
		this.around = around.withoutPrefetch();
	}

	/** Find the first column of a generic key. */
	static Optional<FieldModel> find(EntityModel model, String attribute) {
		return FirstField.ofGenericKey(model, attribute).stream().findFirst();
	}

	/** Return the handle of an instance. */
	static GenericKey<?> handle(Model owner, FieldModel type) {
		GenericKey<?> handle = type.model().binding().generic(owner, type.index());
		return (handle != null) ? handle : GenericKey.empty();
	}

	/**
	 * Fetch the targets of owners.
	 * @param owners the owners, of one model
	 * @param type the first column of the key
	 * @param querysets which rows, each of another model; all of models none is given for
	 */
	void fetch(List<? extends Model> owners, FieldModel type, List<PrefetchRequest> querysets) {
		Map<String, List<GenericKey<?>>> byTable = new LinkedHashMap<>();
		for (Model owner : owners) {
			GenericKey<?> handle = handle(owner, type);
			if (!handle.isFetched() && handle.type() != null) {
				byTable.computeIfAbsent(handle.type(), (table) -> new ArrayList<>()).add(handle);
			}
		}
		byTable.forEach((table, handles) -> fetch(table, handles, querysets, owners.get(0)));
	}

	/** Fetch one target, for a handle that its owner has replaced. */
	@Nullable Model target(GenericKey<?> handle, Model owner) {
		fetch(Objects.requireNonNull(handle.type()), List.of(handle), List.of(), owner);
		return handle.fetched();
	}

	private void fetch(String table, List<GenericKey<?>> handles, List<PrefetchRequest> querysets, Model owner) {
		Optional<EntityModel> model = this.reader.models().ofTable(table).filter((found) -> !found.hasCompositeKey());
		model.ifPresentOrElse((target) -> fetch(target, handles, querysets, owner),
				() -> handles.forEach((handle) -> handle.cache(null)));
	}

	private void fetch(EntityModel model, List<GenericKey<?>> handles, List<PrefetchRequest> querysets, Model owner) {
		Map<Object, Object> keys = new LinkedHashMap<>();
		handles.forEach((handle) -> {
			Object key = model.pk().convert(handle.id());
			if (key != null) {
				keys.put(form(model, key), key);
			}
		});
		Optional<PrefetchRequest> asked = querysets.stream()
			.filter((request) -> request.query() != null && request.query().model().concrete() == model)
			.findFirst();
		QuerySpec rows = asked.map(PrefetchRequest::query)
			.orElseGet(() -> QuerySpec.every(model).then(new Arrangement.OrderBy(List.of())));
		ReadOptions options = asked.map(PrefetchRequest::options).orElse(ReadOptions.DEFAULT);
		Restriction among = new Restriction.Filter(
				List.of(new Predicate.Lookup("pk__in", Nodes.of(new ArrayList<>(keys.values())))), false);
		Map<Object, Model> found = new HashMap<>();
		this.reader
			.instances(rows.then(among),
					options.using(this.reader.routes().read(model, options.route(), Hints.of(owner)))
						.within(this.around))
			.forEach((row) -> found.put(form(model, row.pk()), row));
		handles.forEach((handle) -> handle.cache(found.get(form(model, model.pk().convert(handle.id())))));
	}

	private static Object form(EntityModel model, @Nullable Object key) {
		return Objects.requireNonNull(model.pk().key(key));
	}

}
