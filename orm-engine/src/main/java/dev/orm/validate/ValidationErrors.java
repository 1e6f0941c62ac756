package dev.orm.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with instances; empty if nothing is. Immutable. Django's
 * {@code ValidationError}.
 *
 * @param all the errors, in order
 */
public record ValidationErrors(List<ValidationError> all) {

	/** Nothing is wrong. */
	public static final ValidationErrors NONE = new ValidationErrors(List.of());

	public ValidationErrors {
		all = List.copyOf(all);
	}

	/**
	 * Return whether nothing is wrong.
	 * @return true if so
	 */
	public boolean isEmpty() {
		return this.all.isEmpty();
	}

	/**
	 * Return the messages by attribute. Django's {@code message_dict}.
	 * @return the messages, without those of instances as a whole
	 */
	public Map<String, List<String>> byField() {
		Map<String, List<String>> messages = new LinkedHashMap<>();
		for (ValidationError error : this.all) {
			if (error.field() != null) {
				messages.computeIfAbsent(error.field(), (missing) -> new ArrayList<>()).add(error.message());
			}
		}
		return messages;
	}

	/**
	 * Return what is wrong with instances as a whole. Django's {@code non_field_errors}.
	 * @return the messages
	 */
	public List<String> global() {
		return this.all.stream().filter((error) -> error.field() == null).map(ValidationError::message).toList();
	}

	/**
	 * Return what is wrong with one of several instances.
	 * @param row which one, from 0
	 * @return its errors
	 */
	public ValidationErrors at(int row) {
		return new ValidationErrors(this.all.stream().filter((error) -> error.row() == row).toList());
	}

	/**
	 * Return these errors and others.
	 * @param more the others
	 * @return all of them
	 */
	public ValidationErrors and(ValidationErrors more) {
		return new ValidationErrors(Stream.concat(this.all.stream(), more.all.stream()).toList());
	}

	/**
	 * Hand the errors over, as in {@code errors.copyTo(bindingResult::rejectValue)} to
	 * Spring's. An error of the instance as a whole has no field.
	 * @param target takes them
	 */
	public void copyTo(Target target) {
		this.all.forEach((error) -> target.rejectValue(error.field(), error.code(), error.arguments().toArray(),
				error.message()));
	}

	/** Takes errors, such as a {@code BindingResult}. */
	@FunctionalInterface
	public interface Target {

		/**
		 * Take an error.
		 * @param field the attribute; null for the instance as a whole
		 * @param code the rule
		 * @param arguments what the message mentions
		 * @param message what people are told
		 */
		void rejectValue(@Nullable String field, String code, Object @Nullable [] arguments, @Nullable String message);

	}

	/**
	 * Return the codes.
	 * @return the codes, in order
	 */
	public List<String> codes() {
		return this.all.stream().map(ValidationError::code).toList();
	}

}
