package dev.orm.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.function.FunctionCall;
import dev.orm.function.FunctionRegistry;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;

/**
 * Full text search, trigrams and text without accents. Django's
 * {@code contrib.postgres.search} and {@code lookups}.
 */
final class SearchLookups implements LookupFactory {

	private static final Map<String, String> TRIGRAMS = Map.of("trigram_similar", "%", "trigram_word_similar", "%>",
			"trigram_strict_word_similar", "%>>");

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
			return Optional.of((text, right) -> matches(call("SearchVector", text), right));
		}
		return Optional.ofNullable(TRIGRAMS.get(name)).map((operator) -> (text, right) -> {
			Operands.refuseNull(right);
			return new Infix(operator, text, Operands.bind(right, ValueTypes.TEXT), ValueTypes.BOOLEAN);
		});
	}

	@Override
	public Optional<Transform> transform(String name, Sql left) {
		return (name.equals("unaccent") && left.type().kind() == Kind.TEXT) ? Optional.of(new Unaccent())
				: Optional.empty();
	}

	@Override
	public Set<String> names() {
		return Set.of("search", "trigram_similar", "trigram_word_similar", "trigram_strict_word_similar", "unaccent");
	}

	private static Sql matches(Sql vector, Operand right) {
		if (Operands.isNull(right)) {
			return Operands.isNull(vector);
		}
		Sql wanted = (right instanceof Operand.Value value)
				? Operands.parameter(value, ValueTypes.TEXT, Conversion.NONE) : Operands.sql(right, ValueTypes.TSQUERY);
		Sql query = (wanted.type().kind() == Kind.TSQUERY) ? wanted : call("SearchQuery", wanted);
		return new Infix("@@", vector, query, ValueTypes.BOOLEAN);
	}

	private static Sql call(String function, Sql argument) {
		return FunctionRegistry.standard().create(new FunctionCall(function, List.of(argument), Map.of(), null));
	}

	/** Takes accents away on both sides. */
	private static final class Unaccent implements Transform {

		@Override
		public Sql apply(Sql left) {
			return Template.call("UNACCENT", left.type(), left);
		}

		@Override
		public boolean bilateral() {
			return true;
		}

	}

}
