package dev.orm.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.error.detail.UnknownName;
import dev.orm.function.FunctionCall;
import dev.orm.function.FunctionRegistry;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;

/**
 * Functions as transforms of paths, such as {@code name__lower}. None is registered by
 * default, as in Django, where each takes a call of {@code register_lookup}:
 * {@code registry.with(RegisteredTransforms.of("lower", "length"))}. Immutable.
 */
public final class RegisteredTransforms implements LookupFactory {

	private static final Map<String, String> FUNCTIONS = functions();

	private static final Set<String> NUMERIC = Set.of("abs", "acos", "asin", "atan", "ceil", "cos", "cot", "degrees",
			"exp", "floor", "ln", "radians", "round", "sign", "sin", "sqrt", "tan", "chr");

	private final Set<String> names;

	private RegisteredTransforms(Set<String> names) {
		this.names = names;
	}

	/**
	 * Choose transforms.
	 * @param names names such as {@code lower}, {@code length}, {@code abs}
	 * @return a factory for them
	 * @throws FieldException if a name is none of Django's transforms
	 */
	public static RegisteredTransforms of(String... names) {
		for (String name : names) {
			if (!FUNCTIONS.containsKey(name)) {
				throw new FieldException("Unknown transform '%s'.".formatted(name),
						UnknownName.of("", name, FUNCTIONS.keySet().stream().sorted().toList()));
			}
		}
		return new RegisteredTransforms(Set.of(names));
	}

	@Override
	public Optional<Transform> transform(String name, Sql left) {
		if (!this.names.contains(name) || !fits(name, left.type().kind())) {
			return Optional.empty();
		}
		String function = Objects.requireNonNull(FUNCTIONS.get(name));
		return Optional.of((subject) -> FunctionRegistry.standard()
			.create(new FunctionCall(function, List.of(subject), Map.of(), null)));
	}

	@Override
	public Set<String> names() {
		return this.names;
	}

	private static boolean fits(String name, Kind kind) {
		return NUMERIC.contains(name) ? kind.isNumber() : kind == Kind.TEXT;
	}

	private static Map<String, String> functions() {
		Map<String, String> functions = new HashMap<>();
		for (String function : List.of("Abs", "ACos", "ASin", "ATan", "Ceil", "Cos", "Cot", "Degrees", "Exp", "Floor",
				"Ln", "Radians", "Round", "Sign", "Sin", "Sqrt", "Tan", "Chr", "Length", "Lower", "LTrim", "MD5", "Ord",
				"Reverse", "RTrim", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "Trim", "Upper")) {
			functions.put(function.toLowerCase(Locale.ROOT), function);
		}
		return Map.copyOf(functions);
	}

}
