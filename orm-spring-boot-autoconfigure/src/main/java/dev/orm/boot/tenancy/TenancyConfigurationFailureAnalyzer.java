package dev.orm.boot.tenancy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains tenants whose configuration cannot be. */
final class TenancyConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<TenancyConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TenancyConfigurationException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
	}

}
