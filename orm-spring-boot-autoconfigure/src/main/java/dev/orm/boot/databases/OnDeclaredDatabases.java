package dev.orm.boot.databases;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Something is said of databases. */
final class OnDeclaredDatabases extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Databases");
		return DatabasesProperties.of(context.getEnvironment()).databases().isEmpty()
				? ConditionOutcome.noMatch(message.because("orm.databases says nothing"))
				: ConditionOutcome.match(message.because("orm.databases names some"));
	}

}
