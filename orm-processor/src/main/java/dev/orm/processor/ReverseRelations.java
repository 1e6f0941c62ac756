package dev.orm.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

import dev.orm.processor.DeclaredRelation.ReverseNames;

/**
 * The ways back: which relations of the compilation lead to a model. Relations of models
 * in other jars are not seen; those to such models are abroad, and so are those of models
 * that only their own package sees.
 */
final class ReverseRelations {

	private final Map<String, List<Reverse>> byTarget = new LinkedHashMap<>();

	/** The ways back that lead out of this compilation, by the models they lead to. */
	private final Map<String, List<Abroad>> abroad = new LinkedHashMap<>();

	private final Set<String> compiled;

	private final ModelTypes types;

	ReverseRelations(ModelTypes types, Collection<DeclaredModel> models) {
		this.types = types;
		this.compiled = models.stream().map((model) -> concreteName(model.element())).collect(Collectors.toSet());
		models.stream().filter((model) -> model.proxyOf() == null).forEach(this::addAll);
	}

	private void addAll(DeclaredModel model) {
		for (DeclaredField field : model.fields()) {
			DeclaredRelation relation = field.relation();
			if (relation != null && !field.is("INHERITED")) {
				Element place = (field.variable() != null) ? field.variable() : model.element();
				Origin origin = new Origin(model, field.name(), place, field.isParentLink());
				add(relation.target(), relation.reverse(), origin, relation.oneToOne());
			}
		}
		for (DeclaredManyToMany relation : model.manyToMany()) {
			if (!relation.symmetrical() && relation.declaredBy().equals(model.element())) {
				Origin origin = new Origin(model, relation.name(), relation.variable(), false);
				add(relation.target(), relation.reverse(), origin, false);
			}
		}
	}

	private void add(TypeElement target, ReverseNames names, Origin origin, boolean single) {
		if (names.isHidden()) {
			return;
		}
		String source = origin.model().simpleName();
		Reverse way = new Reverse(origin, names.accessorFor(source, single), names.queryFor(source));
		TypeElement concrete = concrete(target);
		this.byTarget.computeIfAbsent(concreteName(target), (name) -> new ArrayList<>()).add(way);
		if (!this.compiled.contains(concreteName(target)) || !isVisible(way, concrete)) {
			this.abroad.computeIfAbsent(origin.model().name(), (name) -> new ArrayList<>())
				.add(new Abroad(concrete, way));
		}
	}

	/** The ways back to a model that code beside it may name. */
	List<Reverse> visible(DeclaredModel model) {
		return of(model).stream().filter((way) -> isVisible(way, model.element())).toList();
	}

	private boolean isVisible(Reverse way, TypeElement from) {
		return this.types.isVisible(way.origin().model().element(), this.types.packageOf(from));
	}

	/** The ways back to a model from such whose paths do not know them. */
	List<Abroad> abroad(DeclaredModel model) {
		return this.abroad.getOrDefault(model.name(), List.of());
	}

	/**
	 * The ways back from a model, those it inherits from parents with a table of their
	 * own included.
	 */
	List<Reverse> of(DeclaredModel model) {
		List<Reverse> result = new ArrayList<>(this.byTarget.getOrDefault(concreteName(model.element()), List.of()));
		TypeElement above = this.types.modelAbove(model.element());
		String own = concreteName(model.element());
		while (above != null) {
			if (!concreteName(above).equals(own) && !AnnotationValues.isPresent(above, EngineNames.PROXY)) {
				this.byTarget.getOrDefault(concreteName(above), List.of())
					.stream()
					.filter((reverse) -> !reverse.origin().parentLink())
					.forEach(result::add);
			}
			above = this.types.modelAbove(above);
		}
		return result;
	}

	private String concreteName(TypeElement model) {
		return concrete(model).getQualifiedName().toString();
	}

	private TypeElement concrete(TypeElement model) {
		TypeElement type = model;
		while (AnnotationValues.isPresent(type, EngineNames.PROXY)) {
			TypeElement above = this.types.modelAbove(type);
			if (above == null) {
				break;
			}
			type = above;
		}
		return type;
	}

	/**
	 * A way back.
	 *
	 * @param origin the relation it is the way back of
	 * @param accessor the name of its related manager
	 * @param query its name in paths
	 */
	record Reverse(Origin origin, String accessor, String query) {

	}

	/**
	 * A way back from a model whose path cannot have it.
	 *
	 * @param from the model
	 * @param way the way
	 */
	record Abroad(TypeElement from, Reverse way) {

	}

	/**
	 * The relation a way back belongs to.
	 *
	 * @param model the model that declares it
	 * @param attribute its name
	 * @param place its field, or the class for the link to a parent
	 * @param parentLink whether it is the link of a child to its parent
	 */
	record Origin(DeclaredModel model, String attribute, Element place, boolean parentLink) {

		@Override
		public String toString() {
			return this.model.simpleName() + "." + this.attribute;
		}

	}

}
