package dev.orm.function;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.orm.sql.Sql;

/**
 * Functions of one topic, each made by its own method.
 *
 * @param makers the methods by Django name
 */
record NamedFunctions(Map<String, Function<FunctionCall, Sql>> makers) implements FunctionFactory {

	NamedFunctions {
		makers = Map.copyOf(makers);
	}

	@Override
	public Optional<Sql> create(FunctionCall call) {
		return Optional.ofNullable(this.makers.get(call.name())).map((maker) -> maker.apply(call));
	}

	@Override
	public Set<String> names() {
		return this.makers.keySet();
	}

}
