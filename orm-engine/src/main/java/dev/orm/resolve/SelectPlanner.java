package dev.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.orm.error.FieldException;
import dev.orm.error.detail.UnknownName;
import dev.orm.function.OutputTypes;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.resolve.follow.DeferralMask;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Column;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.Sql;
import dev.orm.tree.SqlNames;
import org.jspecify.annotations.Nullable;

/** Makes the select list and says what its columns mean. Django's {@code get_select}. */
final class SelectPlanner {

	private final SelectQuery query;

	private final List<Selection> selections = new ArrayList<>();

	SelectPlanner(SelectQuery query) {
		this.query = query;
	}

	List<Selection> selections() {
		return this.selections;
	}

	RowShape plan() {
		if (!this.query.select.isWholeModel()) {
			List<String> order = this.query.select.order();
			return new RowShape.Values((order != null) ? chosen(order) : natural());
		}
		DeferralMask mask = DeferralMask.of(this.query.model, this.query.deferral());
		this.query.selectRelated(withChildren(this.query.model, this.query.selectRelated()));
		RowShape.Entity entity = entity(this.query.base(), mask, this.query.selectRelated(), new LinkedHashMap<>());
		List<RowShape.Value> values = annotations();
		Predicate<RowShape.Value> beside = (value) -> this.query.annotations.isBeside(value.name());
		return new RowShape.Instances(entity, values.stream().filter(beside.negate()).toList(),
				values.stream().filter(beside).toList());
	}

	private List<RowShape.Value> chosen(List<String> names) {
		Map<String, Sql> annotations = this.query.annotations.selected();
		List<RowShape.Value> values = new ArrayList<>();
		for (String name : names) {
			int index = this.query.select.names().indexOf(name);
			Sql expression = (index >= 0) ? this.query.select.columns().get(index) : annotations.get(name);
			if (expression != null) {
				values.add(value(name, expression, index < 0 || !(expression instanceof Column)));
			}
		}
		return values;
	}

	private List<RowShape.Value> natural() {
		List<Sql> columns = this.query.select.columns();
		List<String> names = this.query.select.names();
		List<RowShape.Value> values = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			values.add(value((i < names.size()) ? names.get(i) : "col" + (i + 1), columns.get(i), false));
		}
		values.addAll(annotations());
		return values;
	}

	private List<RowShape.Value> annotations() {
		List<RowShape.Value> values = new ArrayList<>();
		this.query.annotations.selected().forEach((name, expression) -> values.add(value(name, expression, true)));
		return values;
	}

	private RowShape.Value value(String name, Sql expression, boolean named) {
		OutputTypes.require(expression);
		// a path into a document may hold anything; it is no name then
		String alias = AnnotationPlanner.isName(name) ? SqlNames.of(name) : "__value" + (this.selections.size() + 1);
		int column = this.selections.size() + 1;
		List<Sql> parts = ColumnResolver.parts(expression);
		parts.forEach((part) -> this.selections.add(new Selection(part, (named && parts.size() == 1) ? alias : null)));
		return new RowShape.Value(name, column, expression.type());
	}

	/** Some models are always read as the children their rows are. */
	private static @Nullable RelatedTree withChildren(EntityModel model, @Nullable RelatedTree tree) {
		if (!model.narrows()) {
			return tree;
		}
		RelatedTree all = (tree != null) ? tree : new RelatedTree();
		new Subclasses(List.of()).addTo(all, model);
		return all;
	}

	/**
	 * The columns of a model; those of tables that are joined already are taken there.
	 */
	private RowShape.Entity entity(String alias, DeferralMask mask, @Nullable RelatedTree tree,
			Map<EntityModel, String> owners) {
		EntityModel model = mask.model();
		List<FieldModel> fields = mask.fields();
		owners.put(model.concrete(), alias);
		int first = this.selections.size() + 1;
		int key = first;
		for (FieldModel field : fields) {
			if (field.primaryKey() && key == first) {
				key = this.selections.size() + 1;
			}
			this.selections.add(new Selection(FieldColumns.of(owner(field, alias, owners), field), null));
		}
		boolean all = fields.size() == model.fields().size();
		List<RowShape.Related> related = (tree != null) ? related(alias, mask, tree, owners) : List.of();
		return new RowShape.Entity(model, first, all ? null : fields, key, related);
	}

	private String owner(FieldModel field, String alias, Map<EntityModel, String> owners) {
		EntityModel owner = field.owner().concrete();
		String known = owners.get(owner);
		if (known != null) {
			return known;
		}
		String current = alias;
		EntityModel at = field.model().concrete();
		while (at != owner) {
			current = this.query.joins.join(current, ResolvedPath.Hop.byKey(PathFinder.parentLink(at)),
					JoinScope.ANY).alias;
			at = this.query.joins.get(current).model;
		}
		owners.put(owner, current);
		return current;
	}

	private List<RowShape.Related> related(String alias, DeferralMask mask, RelatedTree tree,
			Map<EntityModel, String> owners) {
		EntityModel model = mask.model();
		List<RowShape.Related> related = new ArrayList<>();
		tree.children.forEach((name, subtree) -> {
			boolean filtered = isTop(tree) && this.query.filteredRelations().containsKey(name);
			RelationModel relation = filtered ? null : relation(model, name);
			if (relation == null) {
				related.add(filtered(name, mask, subtree));
			}
			else if (subtree.isChild()) {
				String child = join(PathFinder.find(this.query, model, List.of(name)), alias);
				RowShape.Entity entity = entity(child, mask.as(relation.target()), subtree,
						new LinkedHashMap<>(owners));
				related.add(new RowShape.Related(relation, entity, null, true, true));
			}
			else if (!relation.forward() || !relation.foreignKey().isParentLink()) {
				// what leads to a parent is not followed, as in Django: its row is there
				mask.checkTraversed(relation);
				ResolvedPath path = PathFinder.find(this.query, model, List.of(name));
				RowShape.Entity entity = entity(join(path, alias), mask.of(relation),
						withChildren(relation.target(), subtree), new LinkedHashMap<>());
				related.add(new RowShape.Related(relation, entity, null, true, false));
			}
		});
		return related;
	}

	@SuppressWarnings("ReferenceEquality") // trees are told apart by place
	private boolean isTop(RelatedTree tree) {
		return tree == this.query.selectRelated();
	}

	private RowShape.Related filtered(String name, DeferralMask mask, RelatedTree subtree) {
		ResolvedPath path = PathFinder.find(this.query, List.of(name));
		RelationModel relation = Objects.requireNonNull(path.relation(), name);
		RowShape.Entity entity = entity(join(path, this.query.base()), mask.of(name, relation.target()), subtree,
				new LinkedHashMap<>());
		return new RowShape.Related(relation, entity, name, path.steps().size() == 1, false);
	}

	private String join(ResolvedPath path, String alias) {
		return new ColumnResolver(this.query).join(path, alias, JoinScope.ANY).lastAlias();
	}

	private RelationModel relation(EntityModel model, String name) {
		RelationModel relation = model.relation(name).orElse(null);
		if (relation == null || relation.multiValued()) {
			throw new FieldException(
					"Invalid field name given in selectRelated on %s: '%s'. Use prefetchRelated for to-many relations."
						.formatted(model.name(), name),
					UnknownName.of(model.name(), name, choices(model)));
		}
		return relation;
	}

	private List<String> choices(EntityModel model) {
		Stream<String> relations = model.relations()
			.stream()
			.filter((candidate) -> !candidate.multiValued() && !candidate.hidden())
			.map(RelationModel::queryName);
		return Stream.concat(relations, this.query.filteredRelations().keySet().stream()).sorted().toList();
	}

	/**
	 * The relations {@code selectRelated} asked for, by segment. Mutable while a query is
	 * resolved.
	 */
	static final class RelatedTree {

		final Map<String, RelatedTree> children = new LinkedHashMap<>();

		/** Whether a row behind the segment is what the row before it is, in full. */
		private boolean child;

		boolean isChild() {
			return this.child;
		}

		/** Ask for a child of the model (multi-table inheritance). */
		RelatedTree addChild(String segment) {
			RelatedTree tree = this.children.computeIfAbsent(segment, (key) -> new RelatedTree());
			tree.child = true;
			return tree;
		}

		void add(List<String> segments) {
			RelatedTree tree = this;
			for (String segment : segments) {
				tree = tree.children.computeIfAbsent(segment, (key) -> new RelatedTree());
			}
		}

	}

}
