package dev.orm.boot.test;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains why a test has no database. */
final class TestDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<TestDatabaseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TestDatabaseException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
	}

}
