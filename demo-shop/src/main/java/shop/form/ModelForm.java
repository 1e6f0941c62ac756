package shop.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.orm.AbstractManager;
import dev.orm.Orm;
import dev.orm.choice.ChoiceOption;
import dev.orm.error.UniqueViolationException;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.path.Column;
import dev.orm.validate.ValidationErrors;
import dev.orm.validate.form.FormField;
import dev.orm.validate.form.ModelBinder;
import org.jspecify.annotations.Nullable;

/**
 * A form of a model. What a field is called, what it may hold and what is wrong with it
 * all come from the model. Immutable.
 *
 * @param <T> the model
 */
public final class ModelForm<T extends Model> {

	private final Orm orm;

	private final AbstractManager<T, ?> manager;

	private final ModelBinder<T> binder;

	private final Map<String, Supplier<List<ChoiceOption>>> choices;

	private ModelForm(Orm orm, AbstractManager<T, ?> manager, ModelBinder<T> binder,
			Map<String, Supplier<List<ChoiceOption>>> choices) {
		this.orm = orm;
		this.manager = manager;
		this.binder = binder;
		this.choices = choices;
	}

	/** Create a form of the fields that a binder takes over. */
	public static <T extends Model> ModelForm<T> of(Orm orm, AbstractManager<T, ?> manager, ModelBinder<T> binder) {
		return new ModelForm<>(orm, manager, binder, Map.of());
	}

	/** Return the form with a relation to be chosen from what is asked for each time. */
	public ModelForm<T> choosing(Column<? super T, ?> relation, Supplier<List<ChoiceOption>> options) {
		Map<String, Supplier<List<ChoiceOption>>> more = new HashMap<>(this.choices);
		more.put(relation.path(), options);
		return new ModelForm<>(this.orm, this.manager, this.binder, Map.copyOf(more));
	}

	/** Return the form filled in with what an instance holds. */
	public FormPage show(FormPage.Words words, T instance) {
		return page(words, ValidationErrors.NONE, (field) -> held(instance, field.name()));
	}

	/**
	 * Take over what was filled in, and save it if nothing is wrong.
	 * @param words what stands around the form
	 * @param instance the instance to change
	 * @param given what was filled in, by field
	 * @return the form to show again with what is wrong; empty if the instance is saved
	 */
	// tag::submit[]
	public Optional<FormPage> submit(FormPage.Words words, T instance, Map<String, List<String>> given) {
		ValidationErrors errors = this.binder.bindAndValidate(instance, given);
		if (errors.isEmpty()) {
			// rules that need attributes which the form does not show
			errors = this.manager.validate(instance);
		}
		if (errors.isEmpty()) {
			errors = save(instance);
		}
		return errors.isEmpty() ? Optional.empty()
				: Optional.of(page(words, errors, (field) -> last(given.get(field.name()))));
	}

	// Between the validation and the write somebody else may have been faster
	private ValidationErrors save(T instance) {
		try {
			this.manager.save(instance);
			return ValidationErrors.NONE;
		}
		catch (UniqueViolationException ex) {
			return this.manager.explain(ex);
		}
	}
	// end::submit[]

	private FormPage page(FormPage.Words words, ValidationErrors errors, Function<FormField, String> value) {
		Map<String, List<String>> problems = errors.byField();
		List<Field> fields = this.binder.fields()
			.stream()
			.map((field) -> Field.of(field, choices(field), value.apply(field),
					problems.getOrDefault(field.name(), List.of())))
			.toList();
		return new FormPage(words, fields, errors.global());
	}

	private List<ChoiceOption> choices(FormField field) {
		Supplier<List<ChoiceOption>> asked = this.choices.get(field.name());
		return (asked != null) ? asked.get() : field.choices();
	}

	private String held(T instance, String attribute) {
		Object value = this.orm.models().model(instance.getClass()).field(attribute).orElseThrow().value(instance);
		if (value instanceof ToOne<?> handle) {
			value = handle.id();
		}
		return (value != null) ? value.toString() : "";
	}

	private static String last(@Nullable List<String> texts) {
		return (texts != null && !texts.isEmpty()) ? texts.get(texts.size() - 1) : "";
	}

}
