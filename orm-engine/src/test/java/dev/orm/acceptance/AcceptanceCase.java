package dev.orm.acceptance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A case and the answer it must get.
 *
 * @param id its unique name
 * @param body the case as written
 * @param expected the expected record
 */
record AcceptanceCase(String id, JsonNode body, JsonNode expected) {

	/** Stands for the cases of a folder that cannot be read. */
	static AcceptanceCase unread(String id) {
		JsonNode nothing = JsonNodeFactory.instance.objectNode();
		return new AcceptanceCase(id, nothing, nothing);
	}

	boolean isTagged(String tag) {
		for (JsonNode item : this.body.path("tags")) {
			if (item.asString().equals(tag)) {
				return true;
			}
		}
		return false;
	}

	/** Whether the case or its answer is not there. */
	boolean isHalf() {
		return this.body.has("missing") || this.expected.has("missing");
	}

	boolean writes() {
		return this.body.has("steps");
	}

	@Override
	public String toString() {
		return this.id;
	}

}
