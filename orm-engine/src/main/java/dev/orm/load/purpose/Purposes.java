package dev.orm.load.purpose;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.meta.RelationModel;
import dev.orm.observe.Purpose;
import dev.orm.observe.Purpose.Kind;

/**
 * What reads of relations are for, and what to write instead where they are many. One for
 * each relation and kind, made at first use. Thread-safe.
 */
public final class Purposes {

	private final Map<RelationModel, Map<Kind, Purpose>> known = new ConcurrentHashMap<>();

	/** Create purposes. */
	public Purposes() {
		// made at first use
	}

	/**
	 * Return what a read is for.
	 * @param relation the relation it follows
	 * @param kind what it does for its caller
	 * @return the purpose
	 */
	public Purpose of(RelationModel relation, Kind kind) {
		Map<Kind, Purpose> kinds = this.known.get(relation);
		Purpose purpose = (kinds != null) ? kinds.get(kind) : null;
		return (purpose != null) ? purpose : make(relation, kind);
	}

	private Purpose make(RelationModel relation, Kind kind) {
		Purpose made = new Purpose(kind, relation.toString(), relation.source().table().toString(),
				advice(relation, kind));
		this.known.computeIfAbsent(relation, (fresh) -> new ConcurrentHashMap<>()).put(kind, made);
		return made;
	}

	private static String advice(RelationModel relation, Kind kind) {
		String path = constant(relation.source().name()) + "." + relation.name() + "()";
		if (kind == Kind.RELATED) {
			return "prefetchRelated(prefetch(%s, queryset)), or a condition on the query around".formatted(path);
		}
		return (relation.multiValued() ? "prefetchRelated(%s)" : "selectRelated(%s)").formatted(path);
	}

	/** The processor writes the root path of a model as a constant of its name. */
	private static String constant(String model) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < model.length(); i++) {
			char letter = model.charAt(i);
			if (i > 0 && Character.isUpperCase(letter) && !Character.isUpperCase(model.charAt(i - 1))) {
				text.append('_');
			}
			text.append(Character.toUpperCase(letter));
		}
		return text.toString();
	}

}
