package dev.orm.acceptance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The names one query knows, in both languages. Only segments that are fields or
 * relations of the model they are reached from change; annotations, JSON keys, lookups
 * and wrong names stay as the case has them.
 */
final class NameScope {

	private static final String SEPARATOR = "__";

	private final ModelCatalog catalog;

	private final CaseModel model;

	private final @Nullable NameScope outer;

	private final Map<String, String> aliases = new HashMap<>();

	private final Set<String> prefetched = new HashSet<>();

	private final Map<String, String> caseNames = new HashMap<>();

	NameScope(ModelCatalog catalog, CaseModel model, @Nullable NameScope outer) {
		this.catalog = catalog;
		this.model = model;
		this.outer = outer;
	}

	CaseModel model() {
		return this.model;
	}

	ModelCatalog catalog() {
		return this.catalog;
	}

	/** The names of the query around; this query's own where there is none. */
	NameScope enclosing() {
		return (this.outer != null) ? this.outer : this;
	}

	NameScope nested(CaseModel model) {
		return new NameScope(this.catalog, model, this);
	}

	/** Let paths go on through an annotation that stands for a relation. */
	void alias(String name, String relationPath) {
		String target = targetOf(relationPath);
		if (target != null) {
			this.aliases.put(name, target);
		}
	}

	/** Let paths of accessors go on through an attribute that holds prefetched rows. */
	void accessorAlias(String lookup, String attribute) {
		CaseModel owner = owner(lookup);
		CaseModel.Accessor last = this.model.accessor(lookup);
		if (owner == this.model && last != null) {
			this.aliases.put(attribute, last.target());
		}
	}

	/**
	 * The name of an attribute for prefetched rows: in Java's form if the owner of the
	 * rows has one of the name.
	 */
	String attribute(String lookup, String attribute) {
		CaseModel owner = owner(lookup);
		boolean taken = owner != null && (owner.field(attribute) != null || owner.accessor(attribute) != null);
		String name = (taken && owner != null) ? owner.javaName(attribute) : attribute;
		this.prefetched.add(name);
		return name;
	}

	/**
	 * Whether an attribute holds prefetched rows, which are no part of a row's answer.
	 */
	boolean isPrefetched(String attribute) {
		return this.prefetched.contains(attribute);
	}

	/** The model that the last relation of a path of accessors starts from. */
	private @Nullable CaseModel owner(String lookup) {
		CaseModel current = this.model;
		String[] segments = lookup.split(SEPARATOR, -1);
		for (int i = 0; i < segments.length - 1 && current != null; i++) {
			String target = target(current, segments[i], true);
			current = (target != null) ? this.catalog.get(target) : null;
		}
		return current;
	}

	/** Turn a path with query names into Java names. */
	String path(String path) {
		String java = translate(path, false);
		this.caseNames.put(java, path);
		return java;
	}

	/** Turn a path of accessors into Java names. */
	String accessorPath(String path) {
		return translate(path, true);
	}

	/** Remember the Java name of something a row will have under a case's name. */
	void remember(String java, String caseName) {
		this.caseNames.put(java, caseName);
	}

	/** The name the case gives to a key of a row. */
	String caseName(String java) {
		String known = this.caseNames.get(java);
		if (known != null) {
			return known;
		}
		for (JsonNode field : this.model.fields()) {
			String attname = field.path("attname").asString();
			if (this.model.javaName(attname).equals(java)) {
				return attname;
			}
		}
		return java;
	}

	/** The raw name of a field known by its Java attribute. */
	static String attname(CaseModel model, String attribute) {
		for (JsonNode field : model.fields()) {
			if (model.javaName(field.path("name").asString()).equals(attribute)) {
				return field.path("attname").asString();
			}
		}
		return attribute;
	}

	private String translate(String path, boolean accessors) {
		StringBuilder result = new StringBuilder();
		CaseModel current = this.model;
		boolean first = true;
		for (String segment : path.split(SEPARATOR, -1)) {
			if (!first) {
				result.append(SEPARATOR);
			}
			String target = (first && this.aliases.containsKey(segment)) ? this.aliases.get(segment)
					: target(current, segment, accessors);
			boolean alias = first && this.aliases.containsKey(segment);
			boolean known = !alias && current != null && (target != null || current.field(segment) != null);
			result.append(known ? current.javaName(segment) : unknown(current, segment));
			current = (target != null) ? this.catalog.get(target) : null;
			first = false;
		}
		return result.toString();
	}

	/** What only Java calls so must not be found. */
	private static String unknown(@Nullable CaseModel model, String segment) {
		return (model != null && model.hasJavaName(segment)) ? "not_" + segment : segment;
	}

	private static @Nullable String target(@Nullable CaseModel model, String segment, boolean accessors) {
		if (model == null) {
			return null;
		}
		if (accessors) {
			CaseModel.Accessor accessor = model.accessor(segment);
			return (accessor != null) ? accessor.target() : null;
		}
		return model.target(segment);
	}

	private @Nullable String targetOf(String relationPath) {
		CaseModel current = this.model;
		String target = null;
		for (String segment : relationPath.split(SEPARATOR, -1)) {
			target = target(current, segment, false);
			if (target == null) {
				return null;
			}
			current = this.catalog.get(target);
		}
		return target;
	}

}
