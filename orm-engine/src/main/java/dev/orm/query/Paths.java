package dev.orm.query;

import java.util.Arrays;
import java.util.List;

import dev.orm.error.QueryLimitException;
import dev.orm.error.detail.Subject;

/** Splits paths given as text, {@code a__b__c}; the one door for all of them. */
public final class Paths {

	private static final int MAX_LENGTH = 2000;

	private static final int MAX_SEGMENTS = 50;

	private static final int SHOWN = 60;

	private Paths() {
	}

	/**
	 * Split a path at its double underscores.
	 * @param path the path
	 * @return its segments, at least one
	 * @throws QueryLimitException if it is too long to be a path
	 */
	public static List<String> split(String path) {
		if (path.length() > MAX_LENGTH) {
			throw new QueryLimitException(
					"A path may have %d characters, this one has %d: '%s…'. hint: bind long texts as values"
						.formatted(MAX_LENGTH, path.length(), path.substring(0, SHOWN)),
					MAX_LENGTH, subject(path));
		}
		List<String> names = Arrays.asList(path.split("__", -1));
		if (names.size() > MAX_SEGMENTS) {
			throw new QueryLimitException(
					"A path may have %d segments, this one has %d: '%s…'. hint: go on from there in a subquery"
						.formatted(MAX_SEGMENTS, names.size(), path.substring(0, SHOWN)),
					MAX_SEGMENTS, subject(path));
		}
		return names;
	}

	/** Carries the beginning only: what strangers send may be as long as they like. */
	private static Subject subject(String path) {
		return Subject.ofPath("", path.substring(0, Math.min(path.length(), MAX_LENGTH)));
	}

}
