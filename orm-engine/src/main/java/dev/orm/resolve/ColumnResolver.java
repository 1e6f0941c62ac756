package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Clause;
import dev.orm.lookup.JsonKeys;
import dev.orm.lookup.Transform;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Suggestions;
import dev.orm.meta.embedded.EmbeddedRecord;
import dev.orm.query.Paths;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.resolve.follow.GenericParts;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Column;
import dev.orm.sql.Listed;
import dev.orm.sql.Sql;
import dev.orm.tree.ColumnWalk;
import dev.orm.tree.Terms;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Turns paths into columns, joining what they cross and leaving out a last join whose key
 * the row before has. Django's {@code setup_joins}, {@code trim_joins} and
 * {@code resolve_ref}.
 */
final class ColumnResolver {

	private final SelectQuery query;

	ColumnResolver(SelectQuery query) {
		this.query = query;
	}

	/** Add the joins of a path, from an alias of the query. */
	JoinedPath join(ResolvedPath path, String start, JoinScope scope) {
		List<String> aliases = new ArrayList<>();
		String alias = start;
		aliases.add(alias);
		for (ResolvedPath.Hop hop : path.steps()) {
			alias = join(alias, hop, hop.step().multiValued() ? scope : JoinScope.ANY);
			aliases.add(alias);
		}
		return new JoinedPath(path, aliases, path.targets());
	}

	private String join(String parent, ResolvedPath.Hop hop, JoinScope scope) {
		String filtered = hop.filteredRelation();
		TableAlias shared = this.query.joins.find(parent, hop.step(), filtered, scope);
		if (shared != null) {
			return shared.alias;
		}
		TableAlias table = this.query.joins.add(parent, this.query.isLedToOwner() ? hop.toOwner() : hop);
		if (filtered != null) {
			restrict(table, filtered, scope);
		}
		return table.alias;
	}

	private void restrict(TableAlias table, String filtered, JoinScope scope) {
		Clause.FilteredRelation relation = this.query.filteredRelations().get(filtered);
		if (relation != null) {
			this.query.joins.restrict(table,
					new FilteredRelations(this.query).condition(filtered, relation, table, scope));
		}
	}

	/** Leave out joins at the end whose columns the row before has too. */
	JoinedPath trim(JoinedPath joined) {
		List<String> aliases = new ArrayList<>(joined.aliases());
		List<FieldModel> targets = joined.targets();
		List<ResolvedPath.Hop> steps = joined.path().steps();
		for (int i = steps.size() - 1; i >= 0; i--) {
			ResolvedPath.Hop hop = steps.get(i);
			boolean sameKey = targets.size() == 1 && targets.get(0).column().equals(hop.step().toField().column());
			if (aliases.size() == 1 || !hop.step().direct() || hop.filteredRelation() != null || !sameKey) {
				break;
			}
			targets = List.of(hop.step().fromField());
			this.query.joins.unref(aliases.remove(aliases.size() - 1));
		}
		return new JoinedPath(joined.path(), aliases, targets);
	}

	/** Make the column, or the row of columns, a trimmed path stands for. */
	Sql column(JoinedPath trimmed) {
		String alias = trimmed.lastAlias();
		if (trimmed.targets().size() == 1) {
			return FieldColumns.of(alias, trimmed.targets().get(0));
		}
		List<Column> parts = trimmed.targets().stream().map((field) -> FieldColumns.of(alias, field)).toList();
		ValueType type = ValueTypes.tuple(parts.stream().map(Column::type).toList(), whole(trimmed));
		return Listed.row(type, parts);
	}

	/** Takes apart what callers give for all of the columns. */
	private static UnaryOperator<Object> whole(JoinedPath trimmed) {
		EmbeddedRecord record = trimmed.path().record();
		if (record != null) {
			return record::parts;
		}
		return trimmed.path().isGenericKey() ? GenericParts::of
				: (key) -> trimmed.targets().get(0).model().plainKey(key);
	}

	/** The columns a composite key stands for where each needs a place of its own. */
	static List<Sql> parts(Sql expression) {
		boolean several = expression.type().kind() == Kind.TUPLE && !expression.children().isEmpty();
		return several ? expression.children() : List.of(expression);
	}

	/** Follow a JSON path and take its last value as text. Django's {@code KT}. */
	Sql keyText(String path, ResolveMode mode) {
		Sql found = reference(path, mode);
		if (!JsonKeys.isKey(found)) {
			throw new FieldException("KT needs a key behind a JSON column: '%s'".formatted(path),
					Subject.ofPath(this.query.model.name(), path));
		}
		return JsonKeys.text(found);
	}

	/** Resolve a reference: an annotation, a column, or transforms of either. */
	Sql reference(String name, ResolveMode mode) {
		Sql annotation = this.query.annotations.get(name);
		if (annotation != null) {
			return annotation(name, annotation, mode);
		}
		List<String> names = Paths.split(name);
		Sql first = this.query.annotations.get(names.get(0));
		if (first != null && !this.query.filteredRelations().containsKey(names.get(0))) {
			return transform(first, names.subList(1, names.size()));
		}
		return column(name, PathFinder.find(this.query, names), mode);
	}

	private Sql column(String name, ResolvedPath path, ResolveMode mode) {
		JoinedPath trimmed = trim(join(path, this.query.base(), mode.scope()));
		if (!mode.allowJoins() && trimmed.aliases().size() > 1) {
			throw joined("'%s' on %s", name);
		}
		checkTransforms(path);
		Sql column = transform(column(trimmed), path.rest());
		mode.scope().share(trimmed.aliases());
		return column;
	}

	/** Resolve a path of the select list, joining whatever it crosses. */
	Sql selection(String path) {
		ResolvedPath found = PathFinder.find(this.query, Paths.split(path));
		JoinedPath trimmed = trim(join(found, this.query.base(), JoinScope.ANY));
		checkTransforms(found);
		return (found.record() != null) ? record(found.record(), trimmed) : transform(column(trimmed), found.rest());
	}

	/** The columns of a record, which are read as it. */
	private static Sql record(EmbeddedRecord record, JoinedPath trimmed) {
		List<Column> parts = trimmed.targets()
			.stream()
			.map((field) -> FieldColumns.of(trimmed.lastAlias(), field))
			.toList();
		ValueType columns = ValueTypes.tuple(parts.stream().map(Column::type).toList(), record::parts);
		return Listed.row(
				ValueTypes.mapping(columns, Object.class, record::parts, (List<?> values) -> record.made(values)),
				parts);
	}

	private Sql annotation(String name, Sql annotation, ResolveMode mode) {
		if (!mode.allowJoins() && ColumnWalk.columns(annotation).stream().anyMatch(this::isJoined)) {
			throw joined("annotation '%s' of %s", name);
		}
		if (!mode.summarize()) {
			return annotation;
		}
		if (!this.query.annotations.selected().containsKey(name)) {
			throw new FieldException(
					"Cannot aggregate over the '%s' alias. Use annotate() to promote it.".formatted(name),
					Subject.ofPath(this.query.model.name(), name));
		}
		return Terms.reference(name, annotation);
	}

	/** Refuse to cross a relation where there is one table only. */
	FieldException joined(String place, String name) {
		return new FieldException(
				"Joined field references are not permitted in this query: %s crosses a relation. "
					.formatted(place.formatted(name, this.query.model.name())) + "hint: take it from a subquery(…)",
				Subject.ofPath(this.query.model.name(), name));
	}

	private boolean isJoined(Column column) {
		return this.query.joins.contains(column.alias()) && !this.query.joins.get(column.alias()).isBase();
	}

	void checkTransforms(ResolvedPath path) {
		if (path.relation() != null && !path.rest().isEmpty()) {
			throw Suggestions.unknown(path.rest().get(0), String.join("__", path.rest()), path.model().name(),
					path.model().choices());
		}
	}

	Sql transform(Sql left, List<String> names) {
		Sql result = left;
		for (String name : names) {
			result = transform(result, name);
		}
		return result;
	}

	Sql transform(Sql left, String name) {
		Optional<Transform> transform = this.query.context.lookups().transform(name, left);
		return transform
			.orElseThrow(() -> Suggestions.lookup(name, left.type(), this.query.context.lookups().names(left)))
			.apply(left);
	}

}
