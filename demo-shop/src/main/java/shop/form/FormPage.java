package shop.form;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it.
 *
 * @param words what stands around it
 * @param fields its fields
 * @param problems what is wrong with it as a whole
 */
public record FormPage(Words words, List<Field> fields, List<String> problems) {

	/**
	 * What stands around a form.
	 *
	 * @param title the heading
	 * @param action where it is sent to
	 * @param submit what the button says
	 * @param back where to go without sending it
	 * @param delete where to send what deletes the row; null for nowhere
	 */
	public record Words(String title, String action, String submit, String back, @Nullable String delete) {

	}

	/** Return the form with something that is wrong with it as a whole. */
	public FormPage with(String problem) {
		return new FormPage(this.words, this.fields, List.of(problem));
	}

}
