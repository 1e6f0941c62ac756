package dev.orm.signal;

/** The kinds of events that instances and their relations send. */
public enum EventKind {

	/** {@link PreSave}. */
	PRE_SAVE(PreSave.class),
	/** {@link PostSave}. */
	POST_SAVE(PostSave.class),
	/** {@link PreDelete}. */
	PRE_DELETE(PreDelete.class),
	/** {@link PostDelete}. */
	POST_DELETE(PostDelete.class),
	/** {@link RelationChanging}. */
	RELATION_CHANGING(RelationChanging.class),
	/** {@link RelationChanged}. */
	RELATION_CHANGED(RelationChanged.class);

	private final Class<?> type;

	EventKind(Class<?> type) {
		this.type = type;
	}

	/**
	 * Return the class of these events.
	 * @return the class
	 */
	public Class<?> type() {
		return this.type;
	}

}
