package dev.orm.migration.model;

import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.orm.error.detail.Subject;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.migration.problem.RefusedChangeException;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;

/** Where tables and columns are declared, as people know it. Immutable. */
public final class ColumnPlaces {

	private final Map<ObjectId, FieldModel> fields = new HashMap<>();

	private final Map<ObjectId, EntityModel> models = new HashMap<>();

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
			places.models.putIfAbsent(ObjectId.table(Facts.table(model)), model.concrete());
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
	 * Return what an error about an object is about.
	 * @param object a table, or what is part of one
	 * @return its model, and the attribute of a column; the names of the schema where no
	 * model has it
	 */
	public Subject subject(ObjectId object) {
		String table = object.table().isEmpty() ? object.name() : object.table();
		Subject owner = Optional.ofNullable(this.models.get(ObjectId.table(table)))
			.map(EntityModel::subject)
			.orElse(Subject.ofModel(table));
		if (object.kind() == ObjectKind.COLUMN) {
			return find(object).map(FieldModel::subject).orElse(Subject.ofAttribute(owner.model(), object.name()));
		}
		return object.table().isEmpty() ? owner : owner.by(object.name());
	}

	/**
	 * Compare schemas, and name the model in what is refused; else nothing is looked up.
	 * @param <T> what is found
	 * @param registry the models
	 * @param comparison the comparison
	 * @return what it finds
	 * @throws RefusedChangeException if a change cannot be made
	 */
	public static <T> T naming(ModelRegistry registry, Supplier<T> comparison) {
		try {
			return comparison.get();
		}
		catch (RefusedChangeException ex) {
			throw ex.of(of(registry).subject(ex.object()));
		}
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
