package shop.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.validation.ConstraintViolation;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * Filters that make no sense, as they were typed, so that the form can show them again.
 *
 * @param values what was typed, by filter
 * @param problem what is wrong with them; empty if nothing is
 */
record RefusedFilters(Map<String, String> values, String problem) {

	/**
	 * Collect what cannot be read, and what is not allowed: where one filter cannot be
	 * read, binding looks no further at the others.
	 */
	static RefusedFilters of(BindingResult binding, Set<ConstraintViolation<CatalogFilters>> violations) {
		Map<String, String> values = new LinkedHashMap<>();
		violations
			.forEach((each) -> values.put(each.getPropertyPath().toString(), String.valueOf(each.getInvalidValue())));
		for (FieldError error : binding.getFieldErrors()) {
			values.put(error.getField(), String.valueOf(error.getRejectedValue()));
		}
		String problem = values.isEmpty() ? "" : "Left out what makes no sense: " + String.join(", ", values.keySet());
		return new RefusedFilters(values, problem);
	}

}
