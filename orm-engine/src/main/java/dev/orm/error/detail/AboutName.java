package dev.orm.error.detail;

import java.util.List;
import java.util.Optional;

/**
 * An error whose reason may be a name that nobody knows; where it is none, the name and
 * what goes with it are empty. The model and the path are those the name was looked for
 * on.
 */
public interface AboutName extends AboutModel {

	/**
	 * Return the name and what goes with it.
	 * @return the name; empty if no name is the reason
	 */
	Optional<UnknownName> unknownName();

	/**
	 * Return the name nobody knows.
	 * @return the name; empty if no name is the reason
	 */
	default String name() {
		return unknownName().map(UnknownName::name).orElse("");
	}

	/**
	 * Return the names there are.
	 * @return the names; empty if no name is the reason
	 */
	default List<String> choices() {
		return unknownName().map(UnknownName::choices).orElse(List.of());
	}

	/**
	 * Return the name that was probably meant.
	 * @return the closest of the choices; empty if none is close
	 */
	default Optional<String> suggestion() {
		return unknownName().flatMap(UnknownName::suggestion);
	}

}
