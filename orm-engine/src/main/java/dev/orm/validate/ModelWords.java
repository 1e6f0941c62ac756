package dev.orm.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import dev.orm.choice.ChoiceOption;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Words;

import org.springframework.util.StringUtils;

/**
 * What people read of models, their fields and choices: the words of the application in
 * the caller's language, else those of the source. The application says them by
 * {@code product.label}, {@code product.plural}, {@code product.sku.label},
 * {@code product.sku.help}, {@code product.status.choice.LIVE} and, for all fields of an
 * enum, {@code choice.Status.LIVE}. Thread-safe.
 */
public final class ModelWords {

	private static final Object[] NOTHING = {};

	private final MessageTexts texts;

	ModelWords(MessageTexts texts) {
		this.texts = texts;
	}

	/**
	 * Return what people call an instance. Django's {@code verbose_name}.
	 * @param model the model
	 * @return the label: of the application, of {@code @Label}, or the words of the name
	 */
	public String label(EntityModel model) {
		return find(model.label(), prefix(model) + "label");
	}

	/**
	 * Return what people call several instances. Django's {@code verbose_name_plural}.
	 * @param model the model
	 * @return the plural: of the application, of {@code @Label}, or the label and an "s"
	 */
	public String plural(EntityModel model) {
		return find(model.plural(), prefix(model) + "plural");
	}

	/**
	 * Return what people call a field.
	 * @param field the field
	 * @return the label: of the application, of {@code @Label}, or the words of the name
	 */
	public String label(FieldModel field) {
		return find(field.label(), prefix(field) + "label");
	}

	/**
	 * Return what people call a relation to many.
	 * @param relation the relation
	 * @return the label: of the application, or the words of the name
	 */
	public String label(RelationModel relation) {
		return find(relation.label(), prefix(relation.source()) + relation.name() + ".label");
	}

	/**
	 * Return what people are told who choose rows for a relation to many.
	 * @param relation the relation
	 * @return the help; empty for none
	 */
	public String help(RelationModel relation) {
		return find("", prefix(relation.source()) + relation.name() + ".help");
	}

	/**
	 * Return what people are told who fill a field in.
	 * @param field the field
	 * @return the help; empty for none
	 */
	public String help(FieldModel field) {
		return find(field.help(), prefix(field) + "help");
	}

	/**
	 * Return the values that a field may have.
	 * @param field the field
	 * @return values and labels, in the order people see; empty if any will do
	 */
	public List<ChoiceOption> choices(FieldModel field) {
		String prefix = prefix(field) + "choice.";
		return field.choices()
			.stream()
			.map((option) -> new ChoiceOption(option.value(), label(option, prefix)))
			.toList();
	}

	private String label(ChoiceOption option, String prefix) {
		if (option.value() instanceof Enum<?> constant) {
			return find(option.label(), prefix + constant.name(), key(constant));
		}
		return find(option.label(), prefix + option.value());
	}

	/**
	 * Return what people call a constant, whichever field holds it. Django's
	 * {@code get_FOO_display()}.
	 * @param constant the constant
	 * @return the label: of the application, of the choice, or the words of its name
	 */
	public String label(Enum<?> constant) {
		return find(ChoiceOption.label(constant), key(constant));
	}

	private static String key(Enum<?> constant) {
		return "choice." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
	}

	/**
	 * What people call an attribute that is no field, as a generic key of two columns.
	 */
	String label(EntityModel model, String attribute) {
		return find(Words.of(attribute), prefix(model) + attribute + ".label");
	}

	/** The labels of some fields, as in a sentence. */
	String labels(Collection<FieldModel> fields) {
		List<String> labels = new ArrayList<>();
		fields.forEach((field) -> labels.add(StringUtils.capitalize(label(field))));
		return String.join(" " + find("and", "and") + " ", labels);
	}

	private String find(String otherwise, String... keys) {
		for (String key : keys) {
			String found = this.texts.find(key, NOTHING);
			if (found != null) {
				return found;
			}
		}
		return otherwise;
	}

	private static String prefix(FieldModel field) {
		return prefix(field.model()) + field.name() + ".";
	}

	/** What the keys of a model's texts begin with. */
	static String prefix(EntityModel model) {
		String name = model.name();
		return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ".";
	}

}
