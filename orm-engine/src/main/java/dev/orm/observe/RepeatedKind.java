package dev.orm.observe;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How queries that should have been one repeat themselves. */
public enum RepeatedKind {

	/** A relation is fetched for one instance after the other. */
	RELATION("fetched %s for one instance after the other"),
	/** A related manager is asked for one instance after the other. */
	RELATED_MANAGER("asked %s of one instance after the other"),
	/** Rows are got one by one. */
	GET("got rows of %s one by one"),
	/** The same is asked again with the same values. */
	SAME("asked %s for the same again"),
	/** Instances are written one by one. */
	WRITE("wrote rows of %s one by one");

	private final String words;

	RepeatedKind(String words) {
		this.words = words;
	}

	static @Nullable RepeatedKind of(QueryEvent event) {
		return switch (event.purpose().kind()) {
			// what finds nothing would not be found by a join either
			case PEERS, ONE_OF_MANY -> (event.rows() != 0) ? RELATION : null;
			case RELATED -> RELATED_MANAGER;
			case GET -> GET;
			case WRITE -> WRITE;
			case PLAIN, SINGLE, PREFETCHED -> null;
		};
	}

	/** Return what to write instead. */
	String advice(QueryEvent event) {
		return switch (this) {
			case RELATION, RELATED_MANAGER, GET -> event.purpose().advice();
			case SAME -> "keep the result";
			case WRITE -> switch (event.operation()) {
				case INSERT -> "bulkCreate(instances)";
				case UPDATE -> "bulkUpdate(instances, ...)";
				default -> "delete() of a queryset";
			};
		};
	}

	String says(String what) {
		return this.words.formatted(what);
	}

	/**
	 * Return the name as a tag of metrics.
	 * @return such as {@code related_manager}
	 */
	public String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
