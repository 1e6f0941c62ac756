package dev.orm.save;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.UniqueViolationException;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.GenericFields;
import dev.orm.instance.RecordFields;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.persist.Getting;
import dev.orm.persist.SaveOptions;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.routing.Route;
import dev.orm.write.RowLookup;
import dev.orm.write.StatementSender;

/**
 * Gets the instance that fits, else creates it; of several callers at once one creates
 * and the others get. Django's {@code get_or_create} and {@code update_or_create}.
 * Thread-safe.
 */
public final class GettingOrCreating {

	private final StatementSender sender;

	private final RowLookup rows;

	private final Creator creator;

	private final HeardSaver saver;

	public GettingOrCreating(StatementSender sender, RowLookup rows, Creator creator, HeardSaver saver) {
		this.sender = sender;
		this.rows = rows;
		this.creator = creator;
		this.saver = saver;
	}

	public Getting<Model> getOrCreate(QuerySpec query, List<Assignment<?>> given, List<Assignment<?>> defaults,
			Route route) {
		List<Assignment<?>> lookups = RecordFields.spread(query.model(), given);
		Optional<Model> found = find(query, lookups, route);
		if (found.isPresent()) {
			return new Getting<>(found.get(), false);
		}
		List<Assignment<?>> attributes = attributes(query.model(), lookups,
				RecordFields.spread(query.model(), defaults));
		try {
			return new Getting<>(this.sender.apart(route, () -> this.creator.create(query.model(), attributes, route)),
					true);
		}
		catch (UniqueViolationException ex) {
			// someone else created it meanwhile, unless another constraint was violated
			return new Getting<>(find(query, lookups, route).orElseThrow(() -> ex), false);
		}
	}

	private static List<Assignment<?>> attributes(EntityModel model, List<Assignment<?>> lookups,
			List<Assignment<?>> defaults) {
		List<Assignment<?>> plain = lookups.stream()
			.filter((assignment) -> isAttribute(model, assignment.attribute()))
			.toList();
		List<Assignment<?>> attributes = Creator.merge(plain, defaults);
		Creator.requireAttributes(model, attributes);
		return attributes;
	}

	/**
	 * What else leads on says which row is meant: a lookup, a path through a relation.
	 */
	private static boolean isAttribute(EntityModel model, String path) {
		return !path.contains("__") || model.field(path).isPresent();
	}

	private Optional<Model> find(QuerySpec query, List<Assignment<?>> lookups, Route route) {
		List<Node> conditions = new ArrayList<>();
		GenericFields.spread(query.model(), lookups)
			.forEach((lookup) -> conditions.add(new Predicate.Lookup(lookup.attribute(), lookup.value())));
		QuerySpec wanted = query.then(new Restriction.Filter(conditions, false))
			.then(new Arrangement.OrderBy(List.of()))
			.then(Arrangement.Slice.of(0, (long) MultipleObjectsReturnedException.MOST));
		List<Model> found = this.rows.instances(wanted, route);
		if (found.size() > 1) {
			throw MultipleObjectsReturnedException.of(query.model().name(), found.size(), true,
					lookups.stream().map(Assignment::attribute).collect(Collectors.joining(", ")));
		}
		return found.stream().findFirst();
	}

	public Getting<Model> updateOrCreate(QuerySpec query, List<Assignment<?>> lookups, Changes changes, Route route) {
		return this.sender.together(route, () -> {
			QuerySpec locking = query.then(Operation.Lock.FOR_UPDATE);
			Getting<Model> getting = getOrCreate(locking, lookups, changes.created(), route);
			if (!getting.created()) {
				update(query.model(), getting.instance(), RecordFields.spread(query.model(), changes.updated()), route);
			}
			return getting;
		});
	}

	private void update(EntityModel model, Model instance, List<Assignment<?>> updates, Route route) {
		List<Assignment<?>> computed = this.creator.apply(instance, model, updates);
		SaveOptions options = SaveOptions.on(route).computing(computed);
		this.saver.save(instance,
				namesKey(model, updates) ? options : options.updateFields(updateFields(model, updates)));
	}

	/** A part of the key cannot be updated alone: all is saved then, as in Django. */
	private static boolean namesKey(EntityModel model, List<Assignment<?>> updates) {
		return updates.stream()
			.anyMatch((update) -> model.field(update.attribute()).map(FieldModel::primaryKey).orElse(true));
	}

	/** Return the attributes given and those that follow any update. */
	private static List<String> updateFields(EntityModel model, List<Assignment<?>> updates) {
		Set<String> names = new LinkedHashSet<>();
		updates.forEach((update) -> model.field(update.attribute()).map(FieldModel::name).ifPresent(names::add));
		List<FieldModel> saved = AutomaticColumn.of(model)
			.stream()
			.filter((column) -> column.isSet(false))
			.map(AutomaticColumn::field)
			.toList();
		// as in Django, which leaves out what a proxy or a child inherits
		model.localFields()
			.stream()
			.filter((field) -> field.owner() == model && saved.contains(field))
			.map(FieldModel::name)
			.forEach(names::add);
		return List.copyOf(names);
	}

	/**
	 * What update-or-create writes.
	 *
	 * @param updated the values an existing row gets
	 * @param created the values, beside those looked up, a new row gets
	 */
	public record Changes(List<Assignment<?>> updated, List<Assignment<?>> created) {

	}

}
