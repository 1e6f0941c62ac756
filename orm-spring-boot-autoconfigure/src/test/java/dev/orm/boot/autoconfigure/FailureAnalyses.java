package dev.orm.boot.autoconfigure;

import java.util.List;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What a user reads when an application does not start: all analyzers are asked. */
public final class FailureAnalyses {

	private FailureAnalyses() {
	}

	/** Return what the first that knows it says; an error if none does. */
	public static FailureAnalysis of(Throwable failure) {
		return first(failure, ArgumentResolver.none());
	}

	public static FailureAnalysis of(Throwable failure, ConfigurableApplicationContext context) {
		return first(failure, ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
			.and(Environment.class, context.getEnvironment()));
	}

	/** Return what is said where only properties are known. */
	public static FailureAnalysis of(Throwable failure, Environment environment) {
		return first(failure, ArgumentResolver.of(Environment.class, environment));
	}

	private static FailureAnalysis first(Throwable failure, ArgumentResolver arguments) {
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, error) -> {
			}));
		for (FailureAnalyzer analyzer : analyzers) {
			FailureAnalysis analysis = analyzer.analyze(failure);
			if (analysis != null) {
				return analysis;
			}
		}
		throw new AssertionError("Nobody explains it", failure);
	}

}
