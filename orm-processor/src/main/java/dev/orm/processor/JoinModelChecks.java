package dev.orm.processor;

import java.util.List;
import java.util.stream.Collectors;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/**
 * Reports many-to-many relations whose join model does not say which of its foreign keys
 * lead to either side. Django's checks fields.E333 to E339.
 */
final class JoinModelChecks {

	private final ModelTypes types;

	private final Problems problems;

	JoinModelChecks(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	void check(DeclaredModel model) {
		for (DeclaredManyToMany relation : model.manyToMany()) {
			TypeElement through = relation.join().through();
			if (through != null && relation.declaredBy().equals(model.element()) && this.types.isModel(through)) {
				boolean self = concrete(relation.declaredBy()).equals(concrete(relation.target()));
				side(relation, through, relation.declaredBy(), "source", relation.join().source(), self);
				side(relation, through, relation.target(), "target", relation.join().target(), self);
			}
		}
	}

	private void side(DeclaredManyToMany relation, TypeElement through, TypeElement side, String option, String name,
			boolean self) {
		List<VariableElement> keys = this.types.allAttributes(through)
			.stream()
			.filter((field) -> leadsTo(side, this.types.typeIn(through, field)))
			.toList();
		String choices = keys.stream().map(Object::toString).collect(Collectors.joining(", "));
		if (keys.isEmpty()) {
			error(relation, "%s goes through %s, which has no foreign key to %s: add one", through, side);
		}
		else if (name.isEmpty() && keys.size() > (self ? 2 : 1)) {
			error(relation, "%s goes through %s, which has several foreign keys to %s: say which by @Through(" + option
					+ " = ...). Choices: " + choices, through, side);
		}
		else if (!name.isEmpty() && keys.stream().noneMatch((key) -> key.getSimpleName().contentEquals(name))) {
			error(relation, "%s goes through %s, which has no foreign key '" + name + "' to %s. Choices: " + choices,
					through, side);
		}
	}

	private boolean leadsTo(TypeElement side, TypeMirror type) {
		boolean key = ModelTypes.isHandle(type, EngineNames.FOREIGN_KEY)
				|| ModelTypes.isHandle(type, EngineNames.ONE_TO_ONE);
		TypeElement target = key ? ModelTypes.argument(type) : null;
		return target != null && isOrExtends(side, concrete(target));
	}

	private static boolean isOrExtends(TypeElement side, TypeElement target) {
		for (TypeElement type = side; type != null; type = ModelTypes.superclass(type)) {
			if (type.equals(target)) {
				return true;
			}
		}
		return false;
	}

	/** A proxy stands for the model whose rows it shows. */
	private static TypeElement concrete(TypeElement model) {
		TypeElement type = model;
		@Nullable TypeElement above = ModelTypes.superclass(type);
		while (above != null && AnnotationValues.isPresent(type, EngineNames.PROXY)) {
			type = above;
			above = ModelTypes.superclass(type);
		}
		return type;
	}

	private void error(DeclaredManyToMany relation, String message, TypeElement through, TypeElement side) {
		this.problems.error(relation.declaredBy(), relation.variable(), message,
				relation.declaredBy().getSimpleName() + "." + relation.name(), through.getSimpleName(),
				side.getSimpleName());
	}

}
