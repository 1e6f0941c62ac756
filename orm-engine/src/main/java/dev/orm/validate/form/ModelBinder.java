package dev.orm.validate.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.orm.choice.ChoiceOption;
import dev.orm.error.FieldException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Suggestions;
import dev.orm.model.Errors;
import dev.orm.model.ManyToManyDescription;
import dev.orm.model.Model;
import dev.orm.path.ModelPath;
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

	private final List<String> names;

	private final List<FieldModel> fields;

	private final List<RelationModel> relations;

	private final Validation validation;

	private final FormRows<T> rows;

	private ModelBinder(EntityModel model, List<String> names, Validation validation, FormRows<T> rows) {
		this.model = model;
		this.names = names;
		this.fields = names.stream().filter((name) -> !isMany(model, name)).map((name) -> field(model, name)).toList();
		this.relations = names.stream()
			.filter((name) -> isMany(model, name))
			.map((name) -> model.accessor(name).orElseThrow())
			.toList();
		this.validation = validation;
		this.rows = rows;
	}

	/**
	 * Create a binder.
	 * @param <T> the model
	 * @param model the model
	 * @param attributes the attributes that may be given, many-to-many relations of the
	 * model among them
	 * @param validation has the texts of the application
	 * @param rows validates and saves instances
	 * @return a binder
	 * @throws FieldException if no attribute is named, one is unknown, or one is not to
	 * be edited
	 */
	public static <T extends Model> ModelBinder<T> of(EntityModel model, List<String> attributes, Validation validation,
			FormRows<T> rows) {
		if (attributes.isEmpty()) {
			throw new FieldException(
					"A binder of %s takes over nothing: name its fields. Choices: %s".formatted(model, editable(model)),
					model.subject())
				.choosing(editable(model));
		}
		return new ModelBinder<>(model, attributes.stream().distinct().toList(), validation, rows);
	}

	/**
	 * Let rows of a many-to-many relation be chosen as well, by their keys.
	 * @param relation the relation, such as {@code PRODUCT.tags()}
	 * @return a binder with it
	 * @throws FieldException if it is none of the model itself
	 */
	public ModelBinder<T> and(ModelPath<? super T, ?> relation) {
		List<String> more = new ArrayList<>(this.names);
		more.add(relation.path());
		return of(this.model, more, this.validation, this.rows);
	}

	/** Whether a name is that of a many-to-many relation which the model declares. */
	private static boolean isMany(EntityModel model, String name) {
		return many(model).anyMatch(name::equals);
	}

	private static Stream<String> many(EntityModel model) {
		return model.description().manyToMany().stream().map(ManyToManyDescription::name);
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
					  hint: once the instance is saved, its handle changes what points to it""".formatted(model, name,
					editable(model)), Subject.ofAttribute(model.name(), name))
				.choosing(editable(model));
		}
		return Suggestions.noField(model, name, editable(model));
	}

	private static List<String> editable(EntityModel model) {
		return Stream.concat(model.fields().stream().filter(FieldModel::editable).map(FieldModel::name), many(model))
			.toList();
	}

	/**
	 * Return the fields, to make a form of, with labels, help and choices in the caller's
	 * language.
	 * @return the fields, in the order they were named
	 */
	public List<FormField> fields() {
		ModelWords words = this.validation.words();
		return this.names.stream()
			.map((name) -> isMany(this.model, name) ? FormField.of(this.model.accessor(name).orElseThrow(), words)
					: FormField.of(this.model.field(name).orElseThrow(), words))
			.toList();
	}

	/**
	 * Return what there is to choose for a field: the values it counts; of a relation, by
	 * one statement, the rows its default manager shows and {@code meta.limitChoices}
	 * allows. Django's {@code limit_choices_to}.
	 * @param name a field of the form
	 * @return values to send and texts to read; empty if any will do
	 * @throws FieldException if it is none of the form
	 */
	public List<ChoiceOption> choices(String name) {
		if (!this.names.contains(name)) {
			throw new FieldException("'%s' is no field of this form of %s.".formatted(name, this.model),
					UnknownName.of(this.model.name(), name, this.names));
		}
		RelationModel relation = isMany(this.model, name) ? this.model.accessor(name).orElseThrow()
				: field(this.model, name).relation();
		return (relation != null) ? this.validation.chosenRows().options(this.model, relation, this.rows.route())
				: this.validation.words().choices(field(this.model, name));
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
		requireColumns("bind");
		return bound(instance, parameters);
	}

	private ValidationErrors bound(T instance, Map<String, ? extends @Nullable Object> parameters) {
		return collect(parameters, (errors) -> {
			for (FieldModel field : this.fields) {
				if (isGiven(parameters, field.name())) {
					set(instance, field, GivenText.of(field, parameters.get(field.name())), errors);
				}
			}
		});
	}

	/**
	 * Take over the properties of a JSON document. One that is null sets NULL, one that
	 * is missing changes nothing. The components of a record are properties of an object
	 * of the record's name, or of their own such as {@code price__amount}.
	 * @param instance the instance
	 * @param tree the document: texts, numbers, truth values, lists and maps by property
	 * @return what could not be converted and is not taken over; empty if nothing
	 */
	public ValidationErrors bindJson(T instance, Map<String, ? extends @Nullable Object> tree) {
		requireColumns("bindJson");
		return boundJson(instance, tree);
	}

	private ValidationErrors boundJson(T instance, Map<String, ? extends @Nullable Object> tree) {
		GivenDocument document = GivenDocument.of(tree, this.fields);
		return collect(document.values(), (errors) -> {
			for (FieldModel field : this.fields) {
				if (document.misplaced().contains(field.name())) {
					errors.rejectValue(field.name(), "invalid", text(Kind.UNKNOWN));
				}
				else if (document.values().containsKey(field.name())) {
					set(instance, field, document.values().get(field.name()), errors);
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

	/**
	 * Take over the parameters of a request, the keys of chosen rows among them, and
	 * validate the fields of the form: one statement more for each relation that is
	 * given. Of a relation that is missing nothing changes; {@code _name} says that
	 * {@code name} was there and no row was chosen. Django's bound form.
	 * @param instance the instance
	 * @param parameters texts by parameter; arrays and collections of texts too
	 * @return the form, to be saved if nothing is wrong
	 */
	public FilledForm<T> submit(T instance, Map<String, ? extends @Nullable Object> parameters) {
		return filled(instance, bound(instance, parameters), parameters, (relation, keys) -> {
			if (isGiven(parameters, relation.name())) {
				keys.take(relation, GivenText.texts(parameters.get(relation.name())));
			}
		});
	}

	/**
	 * Take over the properties of a JSON document, lists of the keys of chosen rows among
	 * them, and validate the fields of the form. Of a relation that is missing nothing
	 * changes; an empty list chooses no row.
	 * @param instance the instance
	 * @param tree the document
	 * @return the form, to be saved if nothing is wrong
	 */
	public FilledForm<T> submitJson(T instance, Map<String, ? extends @Nullable Object> tree) {
		return filled(instance, boundJson(instance, tree), tree, (relation, keys) -> {
			if (tree.containsKey(relation.name())) {
				keys.take(relation, tree.get(relation.name()));
			}
		});
	}

	private FilledForm<T> filled(T instance, ValidationErrors bound, Map<String, ? extends @Nullable Object> given,
			BiConsumer<RelationModel, ChosenKeys> taking) {
		Map<String, List<Object>> related = new LinkedHashMap<>();
		ValidationErrors chosen = collect(given, (errors) -> {
			ChosenKeys keys = new ChosenKeys(this.model, this.validation.chosenRows(), this.rows.route(instance),
					errors);
			this.relations.forEach((relation) -> taking.accept(relation, keys));
			related.putAll(keys.keys());
		});
		return new FilledForm<>(this.model.name(), instance, related, validated(instance, bound).and(chosen),
				this.rows);
	}

	private static boolean isGiven(Map<String, ? extends @Nullable Object> parameters, String name) {
		return parameters.containsKey(name) || parameters.containsKey("_" + name);
	}

	/** Rows are related to an instance once it is saved. */
	private void requireColumns(String method) {
		if (!this.relations.isEmpty()) {
			throw new FieldException(
					"%s(…) would lose which rows are chosen for %s.%s, which is written once the instance is saved. hint: submit(…) and save() do both"
						.formatted(method, this.model, this.relations.get(0).name()),
					this.relations.get(0).subject());
		}
	}

	private ValidationErrors validated(T instance, ValidationErrors bound) {
		Set<String> looked = new LinkedHashSet<>();
		this.fields.forEach((field) -> looked.add(field.name()));
		Set<String> failed = bound.byField().keySet();
		return bound.and(this.rows.validate(instance, new ValidationOptions(looked, failed, true, true, List.of())));
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
				field.set(instance, (field.relation() != null) ? field.handle(value) : value);
			}
		}
		catch (ValueConversionException ex) {
			reject(field, given, errors);
		}
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
