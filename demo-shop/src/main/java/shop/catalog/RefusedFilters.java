package shop.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * Filters that make no sense, as they were typed, so that the form can show them again.
 *
 * @param values what was typed, by filter
 * @param problem what is wrong with them; empty if nothing is
 */
record RefusedFilters(Map<String, String> values, String problem) {

	static RefusedFilters of(BindingResult binding) {
		Map<String, String> values = new LinkedHashMap<>();
		for (FieldError error : binding.getFieldErrors()) {
			values.put(error.getField(), String.valueOf(error.getRejectedValue()));
		}
		String problem = values.isEmpty() ? "" : "Left out what makes no sense: " + String.join(", ", values.keySet());
		return new RefusedFilters(values, problem);
	}

}
