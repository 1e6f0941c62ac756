package dev.orm.boot.web;

import java.util.Objects;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which argument of a controller nobody can resolve. */
final class MissingLookupsFailureAnalyzer extends AbstractFailureAnalyzer<MissingLookupsException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, MissingLookupsException cause) {
		return new FailureAnalysis(Objects.requireNonNull(cause.getMessage()), cause.action(), cause);
	}

}
