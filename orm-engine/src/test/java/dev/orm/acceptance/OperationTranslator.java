package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.Locking;
import dev.orm.Prefetch;
import dev.orm.QuerySet;
import dev.orm.Row;
import dev.orm.Selecting;
import dev.orm.ValuesQuerySet;
import dev.orm.acceptance.CaseQuery.Form;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.OrderBy;
import dev.orm.expression.QuerySource;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Nulls;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Applies the queryset operations of section 4.2. */
final class OperationTranslator {

	private final QueryTranslator queries;

	OperationTranslator(QueryTranslator queries) {
		this.queries = queries;
	}

	CaseQuery apply(CaseQuery query, String name, JsonNode value) {
		Selecting<Model, ?, ?> queryset = query.queryset();
		NameScope scope = query.scope();
		return switch (name) {
			case "filter" -> query.with(queryset.filter(conditions(value, scope)));
			case "exclude" -> query.with(queryset.exclude(conditions(value, scope)));
			case "annotate" -> query.with(queryset.annotate(this.queries.named(value, scope)));
			case "alias" -> query.with(queryset.alias(annotations(value, scope)));
			case "values" -> values(query, value, Form.VALUES);
			case "values_list" -> valuesList(query, value);
			case "order_by" -> query.with(orderBy(queryset, value, scope));
			case "distinct" -> query.with(distinct(queryset, this.queries.paths(value, scope)));
			case "slice" -> query.with(slice(queryset, value));
			case "reverse" -> query.with(queryset.reverse());
			case "all" -> query.with(queryset.all());
			case "none" -> query.with(queryset.none());
			default -> loading(query, name, value);
		};
	}

	private CaseQuery loading(CaseQuery query, String name, JsonNode value) {
		Selecting<Model, ?, ?> queryset = query.queryset();
		NameScope scope = query.scope();
		return switch (name) {
			case "select_related" -> query.with(value.isNull() ? queryset.noSelectRelated()
					: queryset.selectRelated(strings(this.queries.paths(value, scope))));
			case "prefetch_related" -> query.with(
					value.isNull() ? queryset.noPrefetchRelated() : queryset.prefetchRelated(prefetches(value, scope)));
			case "only" -> query.with(queryset.only(strings(this.queries.paths(value, scope))));
			case "defer" -> query.with(value.isNull() ? queryset.deferNothing()
					: queryset.defer(strings(this.queries.paths(value, scope))));
			case "select_for_update" -> query.with(queryset.selectForUpdate(locking(value, scope)));
			case "dates", "datetimes" -> dates(query, name, value);
			default -> combining(query, name, value);
		};
	}

	private CaseQuery combining(CaseQuery query, String name, JsonNode value) {
		Selecting<Model, ?, ?> queryset = query.queryset();
		return switch (name) {
			case "union" -> query.with(value.path("all").asBoolean(false) ? queryset.unionAll(others(value))
					: queryset.union(others(value)));
			case "intersection" -> query.with(queryset.intersection(others(value)));
			case "difference" -> query.with(queryset.difference(others(value)));
			case "combine" -> query.with(combine(queryset, value));
			default -> throw new UnsupportedCaseException("operation " + name);
		};
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private Condition<Model>[] conditions(JsonNode value, NameScope scope) {
		List<Condition<Model>> conditions = new ArrayList<>();
		if (value.isArray()) {
			value.forEach((condition) -> conditions.add(condition(condition, scope)));
		}
		else {
			conditions.add(condition(value, scope));
		}
		return conditions.toArray(new Condition[0]);
	}

	Condition<Model> condition(JsonNode value, NameScope scope) {
		return Condition.of(this.queries.values().conditions().condition(value, scope));
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private Annotation<Model, ?>[] annotations(JsonNode value, NameScope scope) {
		List<Annotation<Model, ?>> annotations = new ArrayList<>();
		this.queries.named(value, scope)
			.forEach((name, expression) -> annotations.add(new Annotation<>(name, expression.node())));
		return annotations.toArray(new Annotation[0]);
	}

	private CaseQuery valuesList(CaseQuery query, JsonNode value) {
		JsonNode fields = value.isObject() ? value.path("fields") : value;
		if (!value.path("flat").asBoolean(false)) {
			return values(query, fields, Form.LISTS);
		}
		if (fields.valueStream().allMatch(JsonNode::isString)) {
			return query.with(query.queryset().flat(strings(this.queries.paths(fields, query.scope()))), Form.FLAT);
		}
		if (fields.size() != 1) {
			throw UncompilableCallException.ofValue("TypeError", "flat()", fields);
		}
		return values(query, fields, Form.FLAT);
	}

	private CaseQuery values(CaseQuery query, JsonNode fields, Form form) {
		List<String> names = new ArrayList<>();
		Map<String, Expression<Model, Object>> expressions = new LinkedHashMap<>();
		for (JsonNode field : fields) {
			if (field.isString()) {
				names.add(query.scope().path(field.asString()));
				continue;
			}
			JsonNode named = !ExpressionTranslator.isExpression(field) ? field : field.has("$agg") ? list(field)
					: JsonNodeFactory.instance.objectNode().set("computed" + (names.size() + 1), field);
			Map<String, Expression<Model, Object>> more = this.queries.named(named, query.scope());
			names.addAll(more.keySet());
			expressions.putAll(more);
		}
		return query.with(query.queryset().values(names, expressions), form);
	}

	private static JsonNode list(JsonNode node) {
		return JsonNodeFactory.instance.arrayNode().add(node);
	}

	private Selecting<Model, ?, ?> orderBy(Selecting<Model, ?, ?> queryset, JsonNode terms, NameScope scope) {
		if (!terms.isEmpty() && terms.valueStream().allMatch(JsonNode::isString)) {
			return queryset.orderBy(terms.valueStream().map((term) -> path(term, scope)).toArray(String[]::new));
		}
		List<OrderBy<? super Model>> orderBy = new ArrayList<>();
		terms.forEach((term) -> orderBy.add(term(term, scope)));
		return queryset.orderBy(orderBy);
	}

	private static String path(JsonNode term, NameScope scope) {
		String text = term.asString();
		return text.startsWith("-") ? "-" + scope.path(text.substring(1)) : scope.path(text);
	}

	private OrderBy<Model> term(JsonNode term, NameScope scope) {
		if (term.isString()) {
			return OrderBy.named(path(term, scope));
		}
		Clause.Ordering ordering = term.has("expr")
				? (Clause.Ordering) this.queries.values().expressions().ordering(term, scope)
				: new Clause.Ordering(this.queries.values().expressions().argument(term, scope), false, Nulls.DEFAULT);
		return new OrderBy<>(ordering.expression(), ordering.descending(), ordering.nulls());
	}

	private static Selecting<Model, ?, ?> distinct(Selecting<Model, ?, ?> queryset, List<String> paths) {
		return paths.isEmpty() ? queryset.distinct() : queryset.distinct(strings(paths));
	}

	private static Selecting<Model, ?, ?> slice(Selecting<Model, ?, ?> queryset, JsonNode bounds) {
		long from = bounds.path(0).asLong(0);
		return bounds.path(1).isNumber() ? queryset.slice(from, bounds.path(1).asLong()) : queryset.slice(from);
	}

	Prefetch[] prefetches(JsonNode value, NameScope scope) {
		List<Prefetch> prefetches = new ArrayList<>();
		value.forEach((item) -> prefetches.add(prefetch(item, scope)));
		return prefetches.toArray(Prefetch[]::new);
	}

	private Prefetch prefetch(JsonNode item, NameScope scope) {
		if (item.isString()) {
			return Prefetch.of(scope.accessorPath(item.asString()));
		}
		String lookup = item.path("lookup").asString();
		String path = scope.accessorPath(lookup);
		Prefetch prefetch = item.has("queryset") ? Prefetch.prefetch(path, prefetched(item.path("queryset")))
				: Prefetch.of(path);
		if (!item.has("to_attr")) {
			return prefetch;
		}
		scope.accessorAlias(lookup, item.path("to_attr").asString());
		return prefetch.to(scope.attribute(lookup, item.path("to_attr").asString()));
	}

	/** Only instances can be prefetched, which the compiler sees to. */
	private QuerySet<Model> prefetched(JsonNode queryset) {
		CaseQuery query = this.queries.build(queryset, null);
		if (!query.isInstances()) {
			throw UncompilableCallException.ofValue("ValueError", "Prefetch", query.queryset());
		}
		return query.instances("Prefetch");
	}

	private Locking<Model> locking(JsonNode value, NameScope scope) {
		Locking<Model> locking = Locking.rows();
		locking = value.path("nowait").asBoolean(false) ? locking.noWait() : locking;
		locking = value.path("skip_locked").asBoolean(false) ? locking.skipLocked() : locking;
		locking = value.path("no_key").asBoolean(false) ? locking.noKey() : locking;
		return value.has("of") ? locking.of(strings(this.queries.paths(value.path("of"), scope))) : locking;
	}

	private CaseQuery dates(CaseQuery query, String name, JsonNode value) {
		String field = query.scope().path(value.path("field").asString());
		String kind = value.path("kind").asString();
		boolean descending = value.path("order").asString("ASC").equals("DESC");
		String zone = value.has("tz") ? value.path("tz").asString() : null;
		ValuesQuerySet<Model, ?> dates = name.equals("dates") ? query.queryset().dates(field, kind, descending)
				: query.queryset().datetimes(field, kind, descending, zone);
		return query.with(dates, Form.FLAT);
	}

	private QuerySource[] others(JsonNode value) {
		return value.path("with")
			.valueStream()
			.map((other) -> (QuerySource) this.queries.build(other, null))
			.toArray(QuerySource[]::new);
	}

	private Selecting<Model, ?, ?> combine(Selecting<Model, ?, ?> queryset, JsonNode value) {
		Selecting<Model, ?, ?> other = this.queries.build(value.path("with"), null).queryset();
		return switch (value.path("op").asString()) {
			case "&" -> queryset.and(other);
			case "|" -> queryset.or(other);
			case "^" -> queryset.xor(other);
			default -> throw new UnsupportedCaseException("combine " + value.path("op"));
		};
	}

	private static String[] strings(List<String> list) {
		return list.toArray(String[]::new);
	}

	/** One row of a queryset in the form of an answer. */
	static JsonNode row(CaseQuery query, @Nullable Object row) {
		return switch (query.form()) {
			case INSTANCES -> InstanceWriter.row((Model) java.util.Objects.requireNonNull(row), query.scope());
			case VALUES -> InstanceWriter.values((Row) java.util.Objects.requireNonNull(row), query.scope());
			case LISTS -> ResultWriter.value(((Row) java.util.Objects.requireNonNull(row)).values());
			case FLAT -> ResultWriter.value((row instanceof Row values) ? values.values().get(0) : row);
		};
	}

}
