package dev.orm.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reports annotations on attributes of another kind than they are for: they would say
 * nothing.
 */
final class KindChecks {

	private static final String TO_ONE = "a ForeignKey or a OneToOne";

	private static final String TO_MANY = "a ManyToMany";

	private static final String BACK = "a OneToMany, a ReverseOneToOne or a GenericRelation";

	private static final String COLUMN = "what has a column";

	private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

	static {
		KINDS.put(EngineNames.ON_DELETE, List.of(TO_ONE));
		KINDS.put(EngineNames.TO_FIELD, List.of(TO_ONE));
		KINDS.put(EngineNames.REFERENCE, List.of(TO_ONE));
		KINDS.put(EngineNames.RELATED_NAME, List.of(TO_ONE, TO_MANY));
		KINDS.put(EngineNames.THROUGH, List.of(TO_MANY));
		KINDS.put(EngineNames.JOIN_TABLE, List.of(TO_MANY));
		KINDS.put(EngineNames.SYMMETRICAL, List.of(TO_MANY));
		KINDS.put(EngineNames.BACK_OF, List.of(BACK));
		KINDS.put(EngineNames.COLUMN, List.of(TO_ONE, COLUMN));
	}

	private final ModelTypes types;

	private final Problems problems;

	KindChecks(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	void check(DeclaredModel model) {
		for (VariableElement field : this.types.allAttributes(model.element())) {
			String kind = kind(this.types.typeIn(model.element(), field));
			KINDS.forEach((annotation, kinds) -> {
				if (AnnotationValues.isPresent(field, annotation) && !kinds.contains(kind)) {
					this.problems.error(model.element(), field, "@%s is for %s, and %s.%s is none: remove it",
							annotation.substring(annotation.lastIndexOf('.') + 1), String.join(" or ", kinds),
							model.simpleName(), field);
				}
			});
			if (AnnotationValues.isPresent(field, EngineNames.THROUGH)
					&& AnnotationValues.isPresent(field, EngineNames.JOIN_TABLE)) {
				this.problems.error(model.element(), field,
						"%s.%s goes @Through a model, whose table joins: remove @JoinTable", model.simpleName(), field);
			}
		}
	}

	private static String kind(TypeMirror type) {
		if (ModelTypes.isHandle(type, EngineNames.FOREIGN_KEY) || ModelTypes.isHandle(type, EngineNames.ONE_TO_ONE)) {
			return TO_ONE;
		}
		if (ModelTypes.isHandle(type, EngineNames.MANY_TO_MANY)) {
			return TO_MANY;
		}
		return ReverseHandles.isHandle(type) ? BACK : COLUMN;
	}

}
