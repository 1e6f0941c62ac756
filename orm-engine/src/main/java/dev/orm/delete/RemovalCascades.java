package dev.orm.delete;

import java.util.List;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.routing.Route;
import dev.orm.signal.Lifecycle;
import dev.orm.write.RowFilter;
import org.jspecify.annotations.Nullable;

/**
 * What goes with rows that are removed: all that points to them, as each foreign key
 * says. One DELETE will do where nothing does and they have no rows in parents' tables.
 * Thread-safe.
 */
final class RemovalCascades implements Cascades {

	private final Lifecycle lifecycle;

	private final SetKeys keys;

	RemovalCascades(Lifecycle lifecycle, SetKeys keys) {
		this.lifecycle = lifecycle;
		this.keys = keys;
	}

	@Override
	public List<RelationModel> of(EntityModel model) {
		return model.relations()
			.stream()
			.filter((relation) -> relation.field() != null && !relation.forward())
			.filter((relation) -> relation.onDelete().isOfEngine())
			.toList();
	}

	@Override
	public boolean isFast(EntityModel model, @Nullable FieldModel from) {
		FieldModel link = model.concrete().parentLink();
		return (link == null || link == from) && of(model).isEmpty() && !this.lifecycle.isAroundDelete(model);
	}

	@Override
	public @Nullable Object replacement(OnDeleteAction action, FieldModel key, Route route) {
		return switch (action) {
			case SET_DEFAULT -> key.defaultValue();
			case SET -> this.keys.of(key, route);
			default -> null;
		};
	}

	@Override
	public RowFilter among(EntityModel model, RowFilter rows) {
		return rows;
	}

}
