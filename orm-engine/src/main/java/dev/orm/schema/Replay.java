package dev.orm.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/** The objects as far as a journal has been read. Used by one thread. */
public final class Replay {

	private Map<ObjectId, SchemaObject> before = Map.of();

	private Map<ObjectId, SchemaObject> now = new LinkedHashMap<>();

	/** Begin an entry; a baseline starts from nothing. */
	public void begin(boolean baseline) {
		this.before = this.now;
		this.now = baseline ? new LinkedHashMap<>() : this.now;
	}

	public void apply(Change change) {
		Schema.apply(this.now, change);
	}

	/**
	 * End an entry: its result must hold together, and a baseline equal what it sums up.
	 */
	public void end(boolean baseline) {
		Schema.checked(this.now);
		if (baseline && !this.before.isEmpty() && !this.before.equals(this.now)) {
			throw new FactException("the baseline is not what the migrations before it make");
		}
	}

}
