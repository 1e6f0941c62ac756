package dev.orm.validate.form;

import java.util.List;

import dev.orm.meta.FieldModel;
import dev.orm.choice.ChoiceOption;
import dev.orm.meta.RelationModel;
import dev.orm.type.Kind;
import dev.orm.validate.ChosenRows;
import dev.orm.validate.ModelWords;

/**
 * What a form has to know of a field. Immutable.
 *
 * @param name the attribute, and the name of the parameter
 * @param label what people call it
 * @param help what to tell people who fill it in; empty for nothing
 * @param required whether a value must be given
 * @param choices the values there are, where they are counted; empty if any will do
 * @param type the class of its values; of a relation that of the key
 * @param length how many characters a text may have; zero for any
 * @param several whether it takes any number of values: an array, a relation to many
 */
public record FormField(String name, String label, String help, boolean required, List<ChoiceOption> choices,
		Class<?> type, int length, boolean several) {

	public FormField {
		choices = List.copyOf(choices);
	}

	static FormField of(FieldModel field, ModelWords words) {
		boolean required = !field.nullable() && !field.isFilledIn() && field.type().kind() != Kind.BOOLEAN;
		return new FormField(field.name(), words.label(field), words.help(field), required, words.choices(field),
				field.type().javaType(), field.description().length(), field.type().kind() == Kind.ARRAY);
	}

	/** A relation to many holds what the keys of its rows are. */
	static FormField of(RelationModel relation, ModelWords words) {
		return new FormField(relation.name(), words.label(relation), words.help(relation), false, List.of(),
				ChosenRows.referred(relation).type().javaType(), 0, true);
	}

}
