package dev.orm.type;

import java.util.Optional;

/**
 * Makes the types of fields. The door users' own types come through, and the built-in
 * ones too. Thread-safe.
 */
@FunctionalInterface
public interface ValueTypeFactory {

	/**
	 * Make the type of a field, or decline.
	 * @param request what is known of the field
	 * @return the type; empty to leave it to the factories added before
	 */
	Optional<ValueType> create(TypeRequest request);

}
