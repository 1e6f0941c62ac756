package dev.orm.boot.replicas;

import dev.orm.boot.databases.DatabaseProperties;
import dev.orm.boot.databases.DatabasesProperties;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Some database has replicas. */
final class OnReplicas extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean found = false;
		for (DatabaseProperties database : DatabasesProperties.of(context.getEnvironment()).databases().values()) {
			found |= !database.replicas().isEmpty();
		}
		ConditionMessage.Builder message = ConditionMessage.forCondition("Replicas");
		return found ? ConditionOutcome.match(message.because("orm.databases names some"))
				: ConditionOutcome.noMatch(message.because("orm.databases names none"));
	}

}
