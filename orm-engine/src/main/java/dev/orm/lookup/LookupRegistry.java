package dev.orm.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.orm.function.OutputTypes;
import dev.orm.sql.Sql;

/**
 * Lookups and transforms by name and left side; the last factory added is asked first. A
 * caller asks for a lookup before it asks for a transform of the same name, as Django
 * does. Immutable.
 */
public final class LookupRegistry {

	private static final LookupRegistry STANDARD = new LookupRegistry(
			List.of(new SearchLookups(), new JsonLookups(), new HstoreLookups(), new TupleLookups(), new RangeLookups(),
					new ArrayLookups(), new DateLookups(), new TextLookups(), new StandardLookups()));

	private final List<LookupFactory> factories;

	private LookupRegistry(List<LookupFactory> factories) {
		this.factories = factories;
	}

	/**
	 * Return the registry of the built-in lookups and transforms.
	 * @return the registry
	 */
	public static LookupRegistry standard() {
		return STANDARD;
	}

	/**
	 * Add a factory; it is asked before all others.
	 * @param factory the factory
	 * @return a registry with it
	 */
	public LookupRegistry with(LookupFactory factory) {
		List<LookupFactory> all = new ArrayList<>();
		all.add(factory);
		all.addAll(this.factories);
		return new LookupRegistry(List.copyOf(all));
	}

	/**
	 * Find a lookup.
	 * @param name its name in paths
	 * @param left the left side
	 * @return the lookup, or empty if the left side has none of this name
	 * @throws dev.orm.error.FieldException if the left side mixes types
	 */
	public Optional<Lookup> lookup(String name, Sql left) {
		OutputTypes.require(left);
		if (left.type().codec().isOpaque() && !name.equals("isnull")) {
			return Optional.empty();
		}
		return this.factories.stream()
			.map((factory) -> factory.lookup(name, left))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/**
	 * Find a transform.
	 * @param name its name in paths
	 * @param left what stands before it
	 * @return the transform, or empty if the left side has none of this name
	 */
	public Optional<Transform> transform(String name, Sql left) {
		if (left.type().codec().isOpaque()) {
			return Optional.empty();
		}
		return this.factories.stream()
			.map((factory) -> factory.transform(name, left))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/**
	 * Return the lookups and transforms a left side has, for suggestions in error
	 * messages.
	 * @param left the left side
	 * @return the names, sorted
	 */
	public List<String> names(Sql left) {
		Set<String> names = new TreeSet<>();
		for (LookupFactory factory : this.factories) {
			for (String name : factory.names()) {
				if (lookup(name, left).isPresent() || transform(name, left).isPresent()) {
					names.add(name);
				}
			}
		}
		return List.copyOf(names);
	}

}
