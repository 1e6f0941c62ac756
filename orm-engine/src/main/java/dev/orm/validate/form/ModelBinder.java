package dev.orm.validate.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.orm.error.FieldException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Suggestions;
import dev.orm.model.Errors;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.type.Kind;
import dev.orm.validate.FieldTexts;
import dev.orm.validate.ModelWords;
import dev.orm.validate.Validation;
import dev.orm.validate.ValidationErrors;
import dev.orm.validate.ValidationOptions;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a request gives over into an instance: only the fields it was made for, each
 * converted to the type of its column. What else is given is ignored, so that nobody sets
 * what no form shows. Nothing is stored, and nothing is asked of the database but by
 * {@link #bindAndValidate}. Immutable and safe to share between threads. Django's
 * {@code ModelForm}.
 *
 * @param <T> the model
 */
public final class ModelBinder<T extends Model> {

	private final EntityModel model;

	private final List<FieldModel> fields;

	private final Validation validation;

	private final Check<T> check;

	private ModelBinder(EntityModel model, List<FieldModel> fields, Validation validation, Check<T> check) {
		this.model = model;
		this.fields = fields;
		this.validation = validation;
		this.check = check;
	}

	/**
	 * Create a binder.
	 * @param <T> the model
	 * @param model the model
	 * @param attributes the attributes that may be given
	 * @param validation has the texts of the application
	 * @param check validates an instance
	 * @return a binder
	 * @throws FieldException if no attribute is named, one is unknown, or one is not to
	 * be edited
	 */
	public static <T extends Model> ModelBinder<T> of(EntityModel model, List<String> attributes, Validation validation,
			Check<T> check) {
		if (attributes.isEmpty()) {
			throw new FieldException(
					"A binder of %s takes over nothing: name its fields. Choices: %s".formatted(model, editable(model)),
					model.subject())
				.choosing(editable(model));
		}
		List<FieldModel> fields = attributes.stream().map((name) -> field(model, name)).distinct().toList();
		return new ModelBinder<>(model, fields, validation, check);
	}

	private static FieldModel field(EntityModel model, String name) {
		FieldModel field = model.field(name).orElseThrow(() -> unknown(model, name));
		if (!field.editable() || field.isParentLink()) {
			throw new FieldException("%s is not edited by people, so no binder takes it over.".formatted(field),
					UnknownName.of(model.name(), name, editable(model)));
		}
		return field;
	}

	private static RuntimeException unknown(EntityModel model, String name) {
		if (model.relation(name).isPresent()) {
			return new FieldException("""
					%s.%s has no column, so no binder takes it over. Choices: %s
					  hint: once the instance is saved, its handle takes the keys, as in tags.setKeys(keys)"""
				.formatted(model, name, editable(model)), Subject.ofAttribute(model.name(), name))
				.choosing(editable(model));
		}
		return Suggestions.noField(model, name, editable(model));
	}

	private static List<String> editable(EntityModel model) {
		return model.fields().stream().filter(FieldModel::editable).map(FieldModel::name).toList();
	}

	/** Validates an instance. */
	@FunctionalInterface
	public interface Check<T extends Model> {

		/**
		 * Validate some of an instance.
		 * @param instance the instance
		 * @param how what to look at
		 * @return what is wrong
		 */
		ValidationErrors validate(T instance, ValidationOptions how);

	}

	/**
	 * Return the fields, to make a form of, with labels, help and choices in the caller's
	 * language.
	 * @return the fields, in the order they were named
	 */
	public List<FormField> fields() {
		ModelWords words = this.validation.words();
		return this.fields.stream().map((field) -> FormField.of(field, words)).toList();
	}

	/**
	 * Take over the parameters of a request. Texts lose the blanks around them; an empty
	 * one is NULL, or an empty text where the column takes no NULL. A parameter that is
	 * missing changes nothing; {@code _name}, as Spring's forms send it beside a check
	 * box, says that {@code name} was there and empty.
	 * @param instance the instance
	 * @param parameters texts by parameter; arrays and collections of texts too
	 * @return what could not be converted and is not taken over, with code
	 * {@code invalid} or {@code invalid_choice}; empty if nothing
	 */
	public ValidationErrors bind(T instance, Map<String, ? extends @Nullable Object> parameters) {
		return collect(parameters, (errors) -> {
			for (FieldModel field : this.fields) {
				if (parameters.containsKey(field.name()) || parameters.containsKey("_" + field.name())) {
					set(instance, field, GivenText.of(field, parameters.get(field.name())), errors);
				}
			}
		});
	}

	/**
	 * Take over the properties of a JSON document. One that is null sets NULL, one that
	 * is missing changes nothing.
	 * @param instance the instance
	 * @param tree the document: texts, numbers, truth values, lists and maps by property
	 * @return what could not be converted and is not taken over; empty if nothing
	 */
	public ValidationErrors bindJson(T instance, Map<String, ? extends @Nullable Object> tree) {
		return collect(tree, (errors) -> {
			for (FieldModel field : this.fields) {
				if (tree.containsKey(field.name())) {
					set(instance, field, tree.get(field.name()), errors);
				}
			}
		});
	}

	/**
	 * Take over the parameters of a request, then validate the fields of the form.
	 * Django's {@code form.is_valid()}.
	 * @param instance the instance
	 * @param parameters texts by parameter; arrays and collections of texts too
	 * @return what could not be converted, and what is wrong with the rest
	 */
	public ValidationErrors bindAndValidate(T instance, Map<String, ? extends @Nullable Object> parameters) {
		return validated(instance, bind(instance, parameters));
	}

	/**
	 * Take over the properties of a JSON document, then validate the fields of the form.
	 * @param instance the instance
	 * @param tree the document
	 * @return what could not be converted, and what is wrong with the rest
	 */
	public ValidationErrors bindJsonAndValidate(T instance, Map<String, ? extends @Nullable Object> tree) {
		return validated(instance, bindJson(instance, tree));
	}

	private ValidationErrors validated(T instance, ValidationErrors bound) {
		Set<String> looked = new LinkedHashSet<>();
		this.fields.forEach((field) -> looked.add(field.name()));
		Set<String> failed = bound.byField().keySet();
		return bound.and(this.check.validate(instance, new ValidationOptions(looked, failed, true, true, List.of())));
	}

	private ValidationErrors collect(Map<String, ? extends @Nullable Object> given, Consumer<Errors> work) {
		return this.validation.collect(this.model, (field) -> given.get(field.name()), work);
	}

	private void set(T instance, FieldModel field, @Nullable Object given, Errors errors) {
		try {
			Object value = field.convert(given);
			if (value == null && field.description().javaType().isPrimitive()) {
				errors.rejectValue(field.name(), "null", FieldTexts.REQUIRED);
			}
			else {
				this.model.binding().set(instance, field.index(), attribute(field, value));
			}
		}
		catch (ValueConversionException ex) {
			reject(field, given, errors);
		}
	}

	/** What the attribute holds: of a relation, a handle. */
	private static @Nullable Object attribute(FieldModel field, @Nullable Object value) {
		if (field.relation() == null) {
			return value;
		}
		return (field.description().javaType() == OneToOne.class) ? OneToOne.ofId(value) : ForeignKey.ofId(value);
	}

	private static void reject(FieldModel field, @Nullable Object given, Errors errors) {
		if (!field.choices().isEmpty()) {
			errors.rejectValue(field.name(), "invalid_choice", FieldTexts.NO_CHOICE, String.valueOf(given));
		}
		else {
			errors.rejectValue(field.name(), "invalid", text(field.type().kind()));
		}
	}

	private static String text(Kind kind) {
		return switch (kind) {
			case SMALLINT, INTEGER, BIGINT -> "Enter a whole number.";
			case FLOAT, DECIMAL -> "Enter a number.";
			case DATE -> "Enter a valid date.";
			case TIME -> "Enter a valid time.";
			case DATETIME, LOCAL_DATETIME -> "Enter a valid date/time.";
			case DURATION -> "Enter a valid duration.";
			case UUID -> "Enter a valid UUID.";
			case JSON -> "Enter a valid JSON.";
			default -> "Enter a valid value.";
		};
	}

}
