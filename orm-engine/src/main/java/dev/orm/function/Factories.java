package dev.orm.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.orm.error.FieldException;
import dev.orm.error.detail.UnknownName;
import dev.orm.sql.Sql;

/**
 * Factories of one kind, the one added last first.
 *
 * @param <F> the kind
 * @param <C> the calls they answer
 * @param noun what they make
 * @param factories the factories in the order they are asked
 * @param names asks one for the names it knows
 * @param answer asks one for a call
 * @param name the name of what is called
 */
record Factories<F, C>(String noun, List<F> factories, Function<F, Set<String>> names,
		BiFunction<F, C, Optional<Sql>> answer, Function<C, String> name) {

	Factories {
		factories = List.copyOf(factories);
	}

	Factories<F, C> with(F factory) {
		List<F> all = new ArrayList<>();
		all.add(factory);
		all.addAll(this.factories);
		return new Factories<>(this.noun, all, this.names, this.answer, this.name);
	}

	/** Ask until one does not decline. */
	<T> Optional<T> find(Function<F, Optional<T>> question) {
		return this.factories.stream().map(question).flatMap(Optional::stream).findFirst();
	}

	/** Ask for a call until one does not decline. */
	Sql create(C call) {
		return find((factory) -> this.answer.apply(factory, call)).orElseThrow(() -> new FieldException(
				"Unknown %s '%s'. hint: add one of your own with a %sFactory.".formatted(this.noun,
						this.name.apply(call), Character.toUpperCase(this.noun.charAt(0)) + this.noun.substring(1)),
				UnknownName.of("", this.name.apply(call), allNames())));
	}

	Set<String> allNames() {
		Set<String> all = new TreeSet<>();
		this.factories.forEach((factory) -> all.addAll(this.names.apply(factory)));
		return all;
	}

}
