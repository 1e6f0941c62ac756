package dev.orm.validate.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.ValueConversionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Errors;
import dev.orm.routing.Route;
import dev.orm.validate.ChosenRows;
import dev.orm.validate.FieldTexts;
import org.jspecify.annotations.Nullable;

/**
 * Collects the keys of the rows that are chosen for relations to many, and what is wrong
 * with them. Used by one thread. Django's {@code ModelMultipleChoiceField}.
 */
final class ChosenKeys {

	private final EntityModel model;

	private final ChosenRows rows;

	private final Route route;

	private final Errors errors;

	private final Map<String, List<Object>> keys = new LinkedHashMap<>();

	/**
	 * Create it.
	 * @param model the model that has the relations
	 * @param rows knows which rows may be chosen
	 * @param route where they are
	 * @param errors takes what is wrong
	 */
	ChosenKeys(EntityModel model, ChosenRows rows, Route route, Errors errors) {
		this.model = model;
		this.rows = rows;
		this.route = route;
		this.errors = errors;
	}

	/** The keys by relation, without what is wrong. */
	Map<String, List<Object>> keys() {
		return this.keys;
	}

	/** Take what is given for a relation: a collection of keys. */
	void take(RelationModel relation, @Nullable Object given) {
		if (given instanceof Collection<?> several) {
			chosen(relation, converted(relation, several));
		}
		else if (given == null) {
			this.errors.rejectValue(relation.name(), "null", FieldTexts.REQUIRED);
		}
		else {
			this.errors.rejectValue(relation.name(), "invalid_list", "Enter a list of values.");
		}
	}

	private List<Object> converted(RelationModel relation, Collection<?> given) {
		FieldModel referred = ChosenRows.referred(relation);
		Map<@Nullable Object, Object> keys = new LinkedHashMap<>();
		for (@Nullable
		Object text : given) {
			try {
				Object key = referred.convert(text);
				if (key != null) {
					keys.putIfAbsent(referred.key(key), key);
					continue;
				}
			}
			catch (ValueConversionException ex) {
				// told below
			}
			this.errors.rejectValue(relation.name(), "invalid_pk_value", "“{0}” is not a valid value.",
					String.valueOf(text));
		}
		return List.copyOf(keys.values());
	}

	private void chosen(RelationModel relation, List<Object> given) {
		if (this.errors.isRejected(relation.name())) {
			return;
		}
		List<Object> missing = this.rows.missing(this.model, relation, given, this.route);
		if (missing.isEmpty()) {
			this.keys.put(relation.name(), given);
		}
		else {
			this.errors.rejectValue(relation.name(), "invalid_choice",
					"Select a valid choice. {0} is not one of the available choices.", String.valueOf(missing.get(0)));
		}
	}

}
