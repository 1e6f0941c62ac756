package dev.orm.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.history.Version.Change;
import dev.orm.load.KnownInstances;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.history.HistoryTable;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Tells what of a row changed, of all that is kept of it. Thread-safe. */
final class Changes {

	private final KnownInstances known;

	private final List<FieldModel> kept;

	/**
	 * Create it.
	 * @param known reads instances
	 * @param model the model
	 * @throws dev.orm.error.IllegalQueryException if its history is not kept
	 */
	Changes(KnownInstances known, EntityModel model) {
		this.known = known;
		this.kept = kept(model);
	}

	/** The fields that are kept, those of parents first. */
	private static List<FieldModel> kept(EntityModel model) {
		List<FieldModel> kept = new ArrayList<>();
		for (EntityModel table = model.concrete(); table != null; table = above(table)) {
			kept.addAll(0,
					HistoryTable.require(table)
						.kept()
						.stream()
						.map((field) -> model.field(field.name()).orElse(field))
						.toList());
		}
		return List.copyOf(kept);
	}

	/** The model whose table the rows of another one go on in; null if there is none. */
	static @Nullable EntityModel above(EntityModel table) {
		return (table.parent() != null) ? table.parent().concrete() : null;
	}

	/** What changed between two versions; nothing before the first one. */
	Map<String, Change> between(@Nullable Model before, Model after) {
		if (before == null) {
			return Map.of();
		}
		Map<String, Change> changes = new LinkedHashMap<>();
		for (FieldModel field : this.kept) {
			Object old = this.known.value(before, field);
			Object fresh = this.known.value(after, field);
			if (!field.isSame(old, fresh)) {
				changes.put(field.name(), new Change(old, fresh));
			}
		}
		return Collections.unmodifiableMap(changes);
	}

}
