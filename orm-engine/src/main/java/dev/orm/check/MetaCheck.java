package dev.orm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.declare.Declarations;
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
		List<Problem> problems = new ArrayList<>();
		for (EntityModel model : models.models()) {
			read(model, problems);
		}
		return problems.stream();
	}

	/** What a model declares, as far as it can be kept: the rest is told here. */
	static Declarations readable(EntityModel model) {
		try {
			return model.declarations();
		}
		catch (ModelDefinitionException ex) {
			return Declarations.NONE;
		}
	}

	private static void read(EntityModel model, List<Problem> problems) {
		try {
			model.declarations();
		}
		catch (ModelDefinitionException ex) {
			problems.add(Problem.error(ID, model.name(), String.valueOf(ex.getMessage()), ""));
		}
	}

}
