package shop.form;

import java.util.List;

import dev.orm.choice.ChoiceOption;
import dev.orm.validate.form.FormField;

/**
 * A field as a page shows it.
 *
 * @param name the parameter
 * @param label what people call it
 * @param help what to tell who fills it in; empty for nothing
 * @param control what it is filled in by: {@code text}, {@code area}, {@code number},
 * {@code check} or {@code select}
 * @param length how many characters it takes; zero for any
 * @param value what it holds
 * @param options what there is to choose
 * @param problems what is wrong with it
 */
public record Field(String name, String label, String help, String control, int length, String value,
		List<Option> options, List<String> problems) {

	/**
	 * Something to choose.
	 *
	 * @param value what is sent
	 * @param label what people read
	 */
	public record Option(String value, String label) {

		static Option of(ChoiceOption choice) {
			return new Option(String.valueOf(choice.value()), choice.label());
		}

	}

	static Field of(FormField field, List<ChoiceOption> choices, String value, List<String> problems) {
		return new Field(field.name(), field.label(), field.help(), control(field, choices), field.length(), value,
				choices.stream().map(Option::of).toList(), problems);
	}

	private static String control(FormField field, List<ChoiceOption> choices) {
		if (!choices.isEmpty()) {
			return "select";
		}
		if (field.type() == Boolean.class) {
			return "check";
		}
		if (Number.class.isAssignableFrom(field.type())) {
			return "number";
		}
		return (field.length() == 0) ? "area" : "text";
	}

}
