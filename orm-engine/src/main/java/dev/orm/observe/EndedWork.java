package dev.orm.observe;

import java.time.Instant;
import java.util.List;

/**
 * A request or a job that ended, and what its statements came to. Immutable; no values
 * are in it.
 *
 * @param at when it ended
 * @param route the route of the request, or the name of the job
 * @param status the status of the answer, or an empty text
 * @param queries how many statements ran
 * @param repeated how many of them had run before, with these or other values
 * @param millis how long they took, in milliseconds
 * @param rows how many rows they read or changed
 * @param statements the statements that took longest, up to fifty
 */
public record EndedWork(Instant at, String route, String status, long queries, long repeated, double millis, long rows,
		List<WorkStatements.Statement> statements) {

	private static final int MOST = 50;

	public EndedWork {
		statements = List.copyOf(statements);
	}

	static EndedWork of(String route, String status, WorkStatements work) {
		return new EndedWork(Instant.now(), route, status, work.count(), work.repeated(), work.millis(), work.rows(),
				work.statements(MOST));
	}

}
