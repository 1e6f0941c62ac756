package dev.orm.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.function.FunctionCall;
import dev.orm.function.FunctionRegistry;
import dev.orm.function.SearchConfiguration;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.tree.Terms;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;

/**
 * Full text search, trigrams and text without accents. Django's
 * {@code contrib.postgres.search} and {@code lookups}.
 */
final class SearchLookups implements LookupFactory {

	private static final Map<String, SqlOperator> TRIGRAMS = Map.of("trigram_similar", BuiltInOperator.SIMILAR,
			"trigram_word_similar", BuiltInOperator.WORD_SIMILAR, "trigram_strict_word_similar",
			BuiltInOperator.WHOLE_WORD_SIMILAR);

	private static final Transform UNACCENT = Transform.onBothSides((text) -> Call.of("UNACCENT", text.type(), text));

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		Kind kind = left.type().kind();
		if (kind == Kind.TSVECTOR) {
			return name.equals("exact") || name.equals("search") ? Optional.of(SearchLookups::matches)
					: Optional.empty();
		}
		if (kind != Kind.TEXT) {
			return Optional.empty();
		}
		if (name.equals("search")) {
			return Optional.of(SearchLookups::search);
		}
		return Optional.ofNullable(TRIGRAMS.get(name)).map((operator) -> (text, right) -> {
			Operands.refuseNull(right);
			return Infix.condition(text, operator, Operands.bind(right, ValueTypes.TEXT));
		});
	}

	@Override
	public Optional<Transform> transform(String name, Sql left) {
		return (name.equals("unaccent") && left.type().kind() == Kind.TEXT) ? Optional.of(UNACCENT) : Optional.empty();
	}

	@Override
	public Set<String> names() {
		return Set.of("search", "trigram_similar", "trigram_word_similar", "trigram_strict_word_similar", "unaccent");
	}

	/** A text becomes a document by the configuration of the query. */
	private static Sql search(Sql text, Operand right) {
		Sql query = (right instanceof Operand.Expression expression) ? expression.sql() : text;
		return matches(call("SearchVector", text, query), right);
	}

	/** A value becomes a query by the configuration of the document. */
	private static Sql matches(Sql vector, Operand right) {
		if (Operands.isNull(right)) {
			return Terms.isNull(vector, true);
		}
		Sql wanted = (right instanceof Operand.Value value)
				? Operands.parameter(value, ValueTypes.TEXT, Conversion.NONE) : Operands.sql(right, ValueTypes.TSQUERY);
		Sql query = (wanted.type().kind() == Kind.TSQUERY) ? wanted : call("SearchQuery", wanted, vector);
		return Infix.condition(vector, BuiltInOperator.FOUND_BY, query);
	}

	/** Make a document or query with the configuration another one was made with. */
	private static Sql call(String function, Sql argument, Sql like) {
		return SearchConfiguration.find(like)
			.map((configuration) -> new FunctionCall(function, List.of(argument, configuration),
					Map.of("config_argument", true), null))
			.map(SearchLookups::create)
			.orElseGet(() -> create(new FunctionCall(function, List.of(argument), Map.of(), null)));
	}

	private static Sql create(FunctionCall call) {
		return FunctionRegistry.standard().create(call);
	}

}
