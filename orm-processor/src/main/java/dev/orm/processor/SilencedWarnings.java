package dev.orm.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.Element;

/**
 * The warnings nobody wants to read: {@code @SuppressWarnings("orm:ID")} silences one at
 * an element and what is inside of it, up to a module, and an option of the compiler at
 * all of them. Errors are never silent.
 */
final class SilencedWarnings {

	/** The option: ids with commas between them. Java annotates no packages. */
	static final String OPTION = "orm.silence";

	/** Equality that Lombok writes. */
	static final String LOMBOK_EQUALITY = "lombok-equality";

	/** Constructors of Lombok that null handles. */
	static final String LOMBOK_HANDLES = "lombok-handles";

	/** Lombok behind this processor. */
	static final String LOMBOK_ORDER = "lombok-order";

	private static final Set<String> IDS = new TreeSet<>(Set.of(LOMBOK_EQUALITY, LOMBOK_HANDLES, LOMBOK_ORDER));

	private static final String PREFIX = "orm:";

	private final Set<String> everywhere;

	/**
	 * Create it.
	 * @param option what the option says; empty for nothing
	 */
	SilencedWarnings(String option) {
		this.everywhere = Arrays.stream(option.split(","))
			.map(String::strip)
			.filter((id) -> !id.isEmpty())
			.collect(Collectors.toSet());
	}

	/** Whether a warning is not to be given at a place. */
	boolean covers(Element place, String id) {
		return this.everywhere.contains(id) || Stream.iterate(place, (at) -> at != null, Element::getEnclosingElement)
			.anyMatch((at) -> ids(at).contains(id));
	}

	/** The ids at a place that no warning has. */
	static List<String> unknown(Element place) {
		return ids(place).stream().filter((id) -> !IDS.contains(id)).toList();
	}

	/** The ids there are, for people to choose from. */
	static String choices() {
		return String.join(", ", IDS);
	}

	private static List<String> ids(Element place) {
		SuppressWarnings silence = place.getAnnotation(SuppressWarnings.class);
		return (silence == null) ? List.of()
				: Arrays.stream(silence.value())
					.filter((name) -> name.startsWith(PREFIX))
					.map((name) -> name.substring(PREFIX.length()))
					.toList();
	}

}
