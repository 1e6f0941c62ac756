package dev.orm.migration.model;

import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.schema.ObjectId;

/** Where columns are declared, as people know it. Immutable. */
public final class ColumnPlaces {

	private final Map<ObjectId, FieldModel> fields = new HashMap<>();

	private ColumnPlaces() {
	}

	/**
	 * Find the places.
	 * @param registry the models
	 * @return the places of their columns
	 */
	public static ColumnPlaces of(ModelRegistry registry) {
		ColumnPlaces places = new ColumnPlaces();
		for (EntityModel model : registry.models()) {
			for (FieldModel field : model.localFields()) {
				places.fields.putIfAbsent(ObjectId.column(Facts.table(model), field.column()), field);
			}
		}
		return places;
	}

	/**
	 * Return where a column is declared.
	 * @param column the column
	 * @return as in {@code Product.weight}; its path where no model has it
	 */
	public String of(ObjectId column) {
		return find(column).map(FieldModel::toString).orElse(column.path());
	}

	/**
	 * Say how a column comes to take NULL: where a value is made by itself,
	 * {@code @Nullable} speaks of an instance that is not saved yet.
	 * @param column the column
	 * @return what to do, as in {@code add @Nullable to Product.weight}
	 */
	public String nullable(ObjectId column) {
		Class<?> type = find(column).<Class<?>>map((field) -> field.description().javaType()).orElse(Object.class);
		if (type.isPrimitive()) {
			return "let %s be a @Nullable %s".formatted(of(column),
					MethodType.methodType(type).wrap().returnType().getSimpleName());
		}
		boolean made = find(column).filter(ColumnPlaces::isMade).isPresent();
		return "add %s to %s".formatted(made ? "@Column(nullable = true)" : "@Nullable", of(column));
	}

	private static boolean isMade(FieldModel field) {
		return field.is(Flag.AUTO_NOW) || field.is(Flag.AUTO_NOW_ADD)
				|| !field.description().details().dbDefault().isEmpty();
	}

	private Optional<FieldModel> find(ObjectId column) {
		return Optional.ofNullable(this.fields.get(column));
	}

}
