package dev.orm.processor;

import java.util.Optional;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

import dev.orm.processor.DeclaredManyToMany.Join;
import dev.orm.processor.DeclaredRelation.ReverseNames;
import org.jspecify.annotations.Nullable;

/** Reads the relations of a model, and reports those that lead nowhere. */
final class RelationReader {

	private final ModelTypes types;

	private final ReverseHandles handles;

	private final TableNames tables;

	private final Problems problems;

	RelationReader(ModelTypes types, TableNames tables, Problems problems) {
		this.types = types;
		this.handles = new ReverseHandles(types, problems);
		this.tables = tables;
		this.problems = problems;
	}

	Optional<DeclaredRelation> toOne(TypeElement model, VariableElement variable, TypeMirror type) {
		TypeElement target = target(model, variable, type);
		if (target == null) {
			return Optional.empty();
		}
		String toField = AnnotationValues.find(variable, EngineNames.TO_FIELD)
			.map((values) -> values.text("value"))
			.orElse("");
		Optional<AnnotationValues> onDelete = AnnotationValues.find(variable, EngineNames.ON_DELETE);
		if (onDelete.isEmpty()) {
			this.problems.error(model, variable,
					"Relation %s.%s does not say what happens when its target is deleted: add @OnDelete(CASCADE), "
							+ "@OnDelete(PROTECT) or another OnDeleteAction",
					model.getSimpleName(), variable);
		}
		return Optional.of(new DeclaredRelation(target, toField,
				onDelete.map((values) -> values.constant("value")).orElse("CASCADE"),
				onDelete.map((values) -> values.text("setValue")).orElse(""),
				onDelete.map((values) -> values.type("by")).filter(RelationReader::isFinder).orElse(null),
				wayBack(model, variable, target, ModelTypes.isHandle(type, EngineNames.ONE_TO_ONE)),
				ModelTypes.isHandle(type, EngineNames.ONE_TO_ONE), -1));
	}

	/** The interface itself stands for none. */
	private static boolean isFinder(TypeElement type) {
		return !type.getQualifiedName().contentEquals(EngineNames.SET_KEY);
	}

	Optional<DeclaredManyToMany> manyToMany(TypeElement model, DeclaredTable table, VariableElement variable,
			TypeMirror type) {
		TypeElement target = target(model, variable, type);
		if (target == null) {
			return Optional.empty();
		}
		return Optional.of(new DeclaredManyToMany(variable, model, target, join(model, table, variable, target),
				AnnotationValues.isPresent(variable, EngineNames.SYMMETRICAL), reverseNames(model, variable)));
	}

	private Join join(TypeElement model, DeclaredTable table, VariableElement variable, TypeElement target) {
		Optional<AnnotationValues> through = AnnotationValues.find(variable, EngineNames.THROUGH);
		if (through.isPresent()) {
			TypeElement joinModel = through.get().type("value");
			if (joinModel != null && !this.types.isModel(joinModel)) {
				this.problems.error(model, variable,
						"@Through class %s of %s.%s is not a model: annotate it with " + "@Table and extend Model",
						joinModel.getSimpleName(), model.getSimpleName(), variable);
			}
			return new Join(joinModel, DeclaredTable.NONE, through.get().text("source"), through.get().text("target"));
		}
		soleKey(model, variable, model);
		soleKey(model, variable, target);
		// as in Django, two models of one name are told apart as a model is from itself
		boolean self = model.getSimpleName().contentEquals(target.getSimpleName());
		String source = NamingRules.snakeCase(model.getSimpleName().toString()) + "_id";
		String other = NamingRules.snakeCase(target.getSimpleName().toString()) + "_id";
		Optional<AnnotationValues> given = AnnotationValues.find(variable, EngineNames.JOIN_TABLE);
		return new Join(null, this.tables.joinTable(model, table, variable),
				text(given, "source", self ? "from_" + source : source),
				text(given, "target", self ? "to_" + other : other));
	}

	/** A join row that nobody wrote a class for stores one column for each side. */
	private void soleKey(TypeElement model, VariableElement variable, TypeElement side) {
		int columns = this.types.keySize(side);
		if (columns > 1) {
			this.problems.error(model, variable,
					"Relation %s.%s joins %s, whose key has %d parts; a join row can only store a key of one part. "
							+ "Give %s an @Id of one column, and make the parts unique by meta.unique(...)",
					model.getSimpleName(), variable, side.getSimpleName(), columns, side.getSimpleName());
		}
	}

	private static String text(Optional<AnnotationValues> values, String name, String fallback) {
		return values.map((given) -> given.text(name)).filter((text) -> !text.isEmpty()).orElse(fallback);
	}

	/** A handle on the other side names the way back, else the key does. */
	private ReverseNames wayBack(TypeElement model, VariableElement variable, TypeElement target, boolean single) {
		ReverseNames given = reverseNames(model, variable);
		String handle = this.handles.nameOf(model, variable, target, single);
		if (handle == null) {
			return given;
		}
		boolean said = AnnotationValues.isPresent(variable, EngineNames.RELATED_NAME);
		if (said && given.accessor() != null && !given.accessor().equals(handle)) {
			this.problems.error(model, variable,
					"@RelatedName '%s' of %s.%s contradicts the handle %s.%s: remove it, or let both say the same",
					given.accessor(), model.getSimpleName(), variable, target.getSimpleName(), handle);
		}
		return new ReverseNames(handle, given.query());
	}

	/** What a key says itself, else its model or the group of that. */
	private ReverseNames reverseNames(TypeElement model, VariableElement variable) {
		Optional<AnnotationValues> values = AnnotationValues.find(variable, EngineNames.RELATED_NAME);
		String own = values.map((said) -> said.text("value")).orElse("");
		String query = values.map((said) -> said.text("query")).orElse("");
		return new ReverseNames(name(model, own.isEmpty() ? this.tables.relatedName(model) : own), name(model, query));
	}

	/** A name for one model; null if none is given. */
	private @Nullable String name(TypeElement model, String given) {
		return given.isEmpty() ? null
				: NamingRules.expand(given, model.getSimpleName().toString(), this.tables.group(model));
	}

	private @Nullable TypeElement target(TypeElement model, VariableElement variable, TypeMirror type) {
		TypeElement target = ModelTypes.argument(type);
		if (target == null) {
			this.problems.error(model, variable, "Relation %s.%s does not say which model it leads to: give it a type "
					+ "argument, as in ForeignKey<Category>", model.getSimpleName(), variable);
			return null;
		}
		if (target.asType().getKind() != TypeKind.ERROR && !this.types.isModel(target)) {
			this.problems.error(model, variable,
					"Relation %s.%s leads to %s, which is not a model: a model is a "
							+ "concrete class that extends Model and is annotated with @Table or @Proxy",
					model.getSimpleName(), variable, target.getSimpleName());
			return null;
		}
		return target;
	}

	void explainMissingKey(TypeElement model, VariableElement variable, DeclaredRelation relation) {
		String target = relation.target().getSimpleName().toString();
		if (!relation.toField().isEmpty()) {
			this.problems.error(model, variable,
					"@ToField of %s.%s names '%s', but %s has no such attribute of one column", model.getSimpleName(),
					variable, relation.toField(), target);
			return;
		}
		int keys = this.types.keySize(relation.target());
		if (keys > 1) {
			this.problems.error(model, variable,
					"Relation %s.%s leads to %s, whose key has %d parts; a relation can only store a key of one part. "
							+ "Give %s an @Id of one column, and make the parts unique by meta.unique(...), or name a "
							+ "unique attribute of it by @ToField",
					model.getSimpleName(), variable, target, keys, target);
		}
		else {
			this.problems.error(model, variable, "Relation %s.%s leads to %s, which has no usable key",
					model.getSimpleName(), variable, target);
		}
	}

}
