package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.AbstractManager;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.RelatedManager;
import dev.orm.expression.Expression;
import dev.orm.expression.QuerySource;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Builds the querysets of cases through the public API, by names. */
final class QueryTranslator implements QueryFactory {

	private final Orm orm;

	private final ModelCatalog catalog;

	private final ModelClasses classes;

	private final CaseTranslator values = new CaseTranslator(this);

	QueryTranslator(Orm orm, ModelCatalog catalog, ModelClasses classes) {
		this.orm = orm;
		this.catalog = catalog;
		this.classes = classes;
	}

	CaseTranslator values() {
		return this.values;
	}

	ModelCatalog catalog() {
		return this.catalog;
	}

	Orm orm() {
		return this.orm;
	}

	@SuppressWarnings("unchecked")
	Manager<Model> manager(String model) {
		return (Manager<Model>) (Manager<?>) this.orm.manager(this.classes.of(this.catalog.get(model)));
	}

	@Override
	public QuerySource query(JsonNode node, NameScope outer) {
		return build(node, outer);
	}

	@Override
	public Model instance(JsonNode content) {
		return instance(content.path("model").asString(), content.path("pk"));
	}

	Model instance(String model, JsonNode key) {
		return manager(model).get("pk", Literals.value(key));
	}

	@Override
	public Model unsaved(JsonNode content, NameScope scope) {
		CaseModel model = this.catalog.get(content.path("model").asString());
		Model instance = newInstance(model);
		new AttributeWriter(this.orm, this, model).write(instance, content.path("set"));
		return instance;
	}

	Model newInstance(CaseModel model) {
		return EntityBinding.<Model>of(this.classes.of(model)).newInstance();
	}

	/** The manager a source stands for. */
	AbstractManager<Model, QuerySet<Model>> source(JsonNode node) {
		if (node.has("raw")) {
			throw new UnsupportedCaseException("a raw query inside another");
		}
		if (!node.has("from")) {
			return manager(node.path("model").asString());
		}
		JsonNode from = node.path("from");
		CaseModel model = this.catalog.get(from.path("instance").path("model").asString());
		return RelatedManager.of(instance(from.path("instance")), model.javaName(from.path("rel").asString()));
	}

	CaseModel model(JsonNode node) {
		if (!node.has("from")) {
			return this.catalog.get(node.path("model").asString());
		}
		CaseModel owner = this.catalog.get(node.path("from").path("instance").path("model").asString());
		CaseModel.Accessor accessor = owner.accessor(node.path("from").path("rel").asString());
		if (accessor == null) {
			throw new IllegalArgumentException("models.json has no relation " + node.path("from"));
		}
		return this.catalog.get(accessor.target());
	}

	CaseQuery build(JsonNode node, @Nullable NameScope outer) {
		return build(node, source(node), outer);
	}

	CaseQuery build(JsonNode node, AbstractManager<Model, QuerySet<Model>> source, @Nullable NameScope outer) {
		NameScope scope = new NameScope(this.catalog, model(node), outer);
		CaseQuery query = new CaseQuery(source.all(), scope, CaseQuery.Form.INSTANCES);
		OperationTranslator operations = new OperationTranslator(this);
		for (JsonNode operation : node.path("ops")) {
			String name = operation.propertyNames().iterator().next();
			query = operations.apply(query, name, operation.path(name));
		}
		return query;
	}

	/**
	 * Expressions by name, as {@code annotate}, {@code aggregate} and {@code values} take
	 * them.
	 */
	Map<String, Expression<Model, Object>> named(JsonNode node, NameScope scope) {
		Map<String, Expression<Model, Object>> expressions = new LinkedHashMap<>();
		if (node.isArray()) {
			node.forEach((aggregate) -> unnamed(aggregate, scope, expressions));
			return expressions;
		}
		node.propertyStream().forEach((member) -> {
			JsonNode filtered = member.getValue().path("$filtered_relation");
			if (!filtered.isMissingNode()) {
				scope.alias(member.getKey(), filtered.path("relation").asString());
			}
			Node expression = this.values.expressions().argument(member.getValue(), scope);
			expressions.put(scope.path(member.getKey()), () -> expression);
		});
		return expressions;
	}

	/** Take the name an aggregate has where none is given. */
	private void unnamed(JsonNode aggregate, NameScope scope, Map<String, Expression<Model, Object>> expressions) {
		if (!(this.values.expressions().expression(aggregate, scope) instanceof Computation.Aggregate expression)) {
			throw UncompilableCallException.ofValue("TypeError", "an annotation without a name", aggregate);
		}
		String name = expression.defaultName();
		scope.remember(name, aggregate.path("arg").path("$f").asString() + suffix(name));
		expressions.put(name, () -> expression);
	}

	private static String suffix(String name) {
		return name.substring(name.lastIndexOf("__"));
	}

	List<String> paths(JsonNode names, NameScope scope) {
		List<String> paths = new ArrayList<>();
		names.forEach((name) -> paths.add(scope.path(name.asString())));
		return paths;
	}

}
