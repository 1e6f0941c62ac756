package dev.orm.boot.test;

import dev.orm.error.detail.UnknownName;
import tools.jackson.databind.JsonNode;

/**
 * A row of a fixture.
 *
 * @param file where it is
 * @param line the line it begins at, from 1
 * @param model the label of its model
 * @param pk its key; missing for one the database gives
 * @param fields its attributes
 */
record FixtureRow(String file, int line, String model, JsonNode pk, JsonNode fields) {

	FixtureException failure(String message) {
		return new FixtureException(this.file, this.line, message, null);
	}

	FixtureException failure(String message, UnknownName unknown) {
		return new FixtureException(this.file, this.line, unknown, message);
	}

	FixtureException failure(RuntimeException cause) {
		return new FixtureException(this.file, this.line, String.valueOf(cause.getMessage()), cause);
	}

}
