package dev.orm.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import dev.orm.error.FieldException;
import dev.orm.sql.Sql;

/**
 * Factories of one kind, the one added last first.
 *
 * @param <F> the kind
 * @param noun what they make
 * @param factories the factories in the order they are asked
 * @param names asks one for the names it knows
 */
record Factories<F>(String noun, List<F> factories, Function<F, Set<String>> names) {

	Factories {
		factories = List.copyOf(factories);
	}

	Factories<F> with(F factory) {
		List<F> all = new ArrayList<>();
		all.add(factory);
		all.addAll(this.factories);
		return new Factories<>(this.noun, all, this.names);
	}

	/** Ask until one does not decline. */
	<T> Optional<T> find(Function<F, Optional<T>> question) {
		return this.factories.stream().map(question).flatMap(Optional::stream).findFirst();
	}

	/** Ask for a call until one does not decline. */
	Sql create(String name, Function<F, Optional<Sql>> call) {
		return find(call).orElseThrow(() -> new FieldException(
				"Unknown %s '%s'.%n  known here: %s%n  hint: add one of your own with a %sFactory".formatted(this.noun,
						name, String.join(", ", allNames()),
						Character.toUpperCase(this.noun.charAt(0)) + this.noun.substring(1))));
	}

	Set<String> allNames() {
		Set<String> all = new TreeSet<>();
		this.factories.forEach((factory) -> all.addAll(this.names.apply(factory)));
		return all;
	}

}
