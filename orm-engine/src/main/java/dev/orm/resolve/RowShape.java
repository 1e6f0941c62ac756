package dev.orm.resolve;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/** What the columns of a result mean. Immutable. */
public sealed interface RowShape {

	/**
	 * Rows are instances of a model.
	 *
	 * @param entity the model's columns
	 * @param annotations the selected annotations
	 * @param beside what the engine itself selected with them
	 */
	record Instances(Entity entity, List<Value> annotations, List<Value> beside) implements RowShape {

		public Instances {
			annotations = List.copyOf(annotations);
			beside = List.copyOf(beside);
		}

	}

	/**
	 * Rows are values by name, in select order.
	 *
	 * @param values the columns
	 */
	record Values(List<Value> values) implements RowShape {

		public Values {
			values = List.copyOf(values);
		}

	}

	/**
	 * A column that is no field.
	 *
	 * @param name its name
	 * @param column the column, from 1
	 * @param type the type it is read with
	 */
	record Value(String name, int column, ValueType type) {

	}

	/**
	 * The columns of one model.
	 *
	 * @param model the model
	 * @param column the column of the first field, from 1
	 * @param fields the loaded fields, in column order; null if all are, in their order
	 * @param keyColumn a column that is NULL if and only if there is no row
	 * @param related the models joined by {@code selectRelated}
	 */
	record Entity(EntityModel model, int column, @Nullable List<FieldModel> fields, int keyColumn,
			List<Related> related) {

		public Entity {
			related = List.copyOf(related);
		}

	}

	/**
	 * A model joined by {@code selectRelated}.
	 *
	 * @param relation the relation from the model around it, forward or reverse
	 * one-to-one; for a filtered relation, the last one of its path
	 * @param entity its columns
	 * @param attribute the name of a filtered relation, which the instance is kept under;
	 * null for a relation of the model
	 * @param linked whether the relation starts from the model around it
	 * @param child whether a row there is the row of the model around it, in full
	 */
	record Related(RelationModel relation, Entity entity, @Nullable String attribute, boolean linked, boolean child) {

	}

}
