package dev.orm.validate;

import java.util.Locale;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;

/**
 * What people read of fields: the words of the application in the caller's language, by
 * {@code product.sku.label} and {@code product.sku.help}, else those of the source.
 * Thread-safe.
 */
public final class FieldWords {

	private static final Object[] NOTHING = {};

	private final MessageTexts texts;

	FieldWords(MessageTexts texts) {
		this.texts = texts;
	}

	/**
	 * Return what people call a field.
	 * @param field the field
	 * @return the label: of the application, of {@code @Label}, or the words of the name
	 */
	public String label(FieldModel field) {
		return find(field, "label", field.label());
	}

	/**
	 * Return what people are told who fill a field in.
	 * @param field the field
	 * @return the help; empty for none
	 */
	public String help(FieldModel field) {
		return find(field, "help", field.help());
	}

	private String find(FieldModel field, String what, String otherwise) {
		String found = this.texts.find(prefix(field.model()) + field.name() + "." + what, NOTHING);
		return (found != null) ? found : otherwise;
	}

	/** What the keys of a model's texts begin with. */
	static String prefix(EntityModel model) {
		String name = model.name();
		return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ".";
	}

}
