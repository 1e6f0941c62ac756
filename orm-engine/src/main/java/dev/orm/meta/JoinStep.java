package dev.orm.meta;

import org.jspecify.annotations.Nullable;

/**
 * One join of a relation. There is one instance for each relation and direction, so
 * identity tells joins apart.
 *
 * @param from the model joined from
 * @param to the model joined
 * @param fromField the column on the near side
 * @param toField the column on the far side
 * @param multiValued whether one near row may have many far rows
 * @param direct whether the near side has the foreign key
 * @param typed what far rows hold besides, of a generic key; null for other joins
 */
public record JoinStep(EntityModel from, EntityModel to, FieldModel fromField, FieldModel toField, boolean multiValued,
		boolean direct, RelationModel.@Nullable TypedKey typed) {

	JoinStep(EntityModel from, EntityModel to, FieldModel fromField, FieldModel toField, boolean multiValued,
			boolean direct) {
		this(from, to, fromField, toField, multiValued, direct, null);
	}

	/**
	 * Return whether a near row may have no far row.
	 * @return true if it may
	 */
	public boolean nullable() {
		return !this.direct || this.fromField.nullable();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public String toString() {
		return this.fromField + " -> " + this.toField;
	}

}
