package dev.orm.check;

import java.util.stream.Stream;

import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;

/**
 * Reads what all models declare, so that it is known at the start, and not at the first
 * query, that it cannot be kept.
 */
final class MetaCheck implements ModelCheck {

	static final String ID = "meta";

	@Override
	public Stream<Problem> check(ModelRegistry models) {
		return models.models().stream().flatMap(MetaCheck::read);
	}

	private static Stream<Problem> read(EntityModel model) {
		try {
			model.declarations();
			return Stream.empty();
		}
		catch (ModelDefinitionException ex) {
			return Stream.of(Problem.error(ID, model.name(), String.valueOf(ex.getMessage()), ""));
		}
	}

}
