package dev.orm.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.InstanceValues;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.write.SavedState;

/**
 * Puts the rows that point to an instance in another order. Django's {@code set_…_order}.
 * Used by one thread, as the instance.
 */
public final class PositionWriter {

	private final Owner owner;

	private final Workshop workshop;

	private final AutomaticColumn column;

	public PositionWriter(Owner owner, Workshop workshop) {
		this.owner = owner;
		this.workshop = workshop;
		this.column = column(owner.relation(), workshop);
	}

	/** The positions among rows that a relation leads to. */
	private static AutomaticColumn column(RelationModel relation, Workshop workshop) {
		EntityModel rows = relation.target();
		return Newcomers.place(relation, workshop)
			.orElseThrow(() -> new IllegalQueryException(
					"%s has no order. hint: give %s an int with @Position(within = \"%s\")".formatted(relation,
							rows.name(), (relation.field() != null) ? relation.field().name() : "…"),
					relation.subject()));
	}

	/** Return the attribute that holds the place. */
	public FieldModel position() {
		return this.column.field();
	}

	/**
	 * Let rows come first, in the order given; the others follow as they were.
	 * @param rows instances or keys
	 */
	public void reorder(Collection<?> rows) {
		List<Object> keys = new ArrayList<>();
		rows.forEach((row) -> keys.add(key(row)));
		this.workshop.order().reorder(this.column, ownerKey(), keys, this.owner.route());
		SavedState.forget(this.owner.instance(), this.owner.relation());
	}

	/**
	 * Move a row to another place.
	 * @param row an instance or a key
	 * @param place the place, from 0
	 */
	public void move(Object row, int place) {
		int got = this.workshop.order().move(this.column, ownerKey(), key(row), place, this.owner.route());
		if (row instanceof Model instance) {
			FieldModel field = this.workshop.models().model(instance).field(position().name()).orElseThrow();
			field.set(instance, field.convert(got));
		}
		SavedState.forget(this.owner.instance(), this.owner.relation());
	}

	private Object key(Object row) {
		if (!(row instanceof Model instance)) {
			return row;
		}
		InstanceValues.requireModel(this.owner.relation(), instance);
		return Optional.ofNullable(instance.pk())
			.orElseThrow(() -> new QueryValueException("%s is not saved, so it has no place. hint: save it first"
				.formatted(this.owner.relation().target().name()), this.owner.relation().subject()).of(row));
	}

	private Object ownerKey() {
		return this.owner.key(this.workshop.values(), this.owner.referred(), "ordered");
	}

}
