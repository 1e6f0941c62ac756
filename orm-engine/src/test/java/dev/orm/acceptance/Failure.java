package dev.orm.acceptance;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.orm.error.OrmException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an exception as the error of an answer. */
final class Failure {

	private static final int FRAMES = 4;

	private Failure() {
	}

	static ObjectNode answer(Throwable error) {
		ObjectNode answer = JsonNodeFactory.instance.objectNode();
		answer.put("error", ErrorNames.of(error));
		answer.put("message", (error instanceof OrmException) ? error.getMessage() : error + where(error));
		return answer;
	}

	/** Where an exception comes from that says nothing by itself. */
	private static String where(Throwable error) {
		return Arrays.stream(error.getStackTrace())
			.filter((frame) -> frame.getClassName().startsWith("dev.orm."))
			.limit(FRAMES)
			.map(StackTraceElement::toString)
			.collect(Collectors.joining(", ", " at ", ""));
	}

}
