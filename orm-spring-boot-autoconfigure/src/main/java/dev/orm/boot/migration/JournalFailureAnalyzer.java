package dev.orm.boot.migration;

import dev.orm.journal.JournalException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a journal that does not read or replay. */
final class JournalFailureAnalyzer extends AbstractFailureAnalyzer<JournalException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, JournalException cause) {
		return new FailureAnalysis("The journal of migrations does not hold together:\n\n" + cause.getMessage(),
				"Correct line %d of %s, or take it from the branch it came from.".formatted(cause.line(), cause.file()),
				cause);
	}

}
