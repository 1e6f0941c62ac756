package dev.orm.boot.validation;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmBuilderCustomizer;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link AutoConfiguration Auto-configuration} of validation: texts in the caller's
 * language, Jakarta's rules, and whether each save asks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class)
@ConditionalOnClass(Orm.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OrmValidationProperties.class)
public final class OrmValidationAutoConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OrmBuilderCustomizer ormValidationCustomizer(ApplicationContext context, OrmValidationProperties properties) {
		return (builder) -> builder
			.messages((key, arguments) -> context.getMessage(key, arguments, null, LocaleContextHolder.getLocale()))
			.validateOnSave(properties.onSave());
	}

	/** What Jakarta's annotations on fields say. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Validator.class)
	static class JakartaConfiguration {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		OrmBuilderCustomizer ormJakartaRulesCustomizer(ObjectProvider<ValidatorFactory> factories,
				ObjectProvider<Validator> validators) {
			return (builder) -> {
				ValidatorFactory factory = factories.getIfUnique();
				if (factory != null) {
					builder.instanceRules(JakartaRules.of(factory));
				}
				else {
					validators.ifUnique((validator) -> builder.instanceRules(new JakartaRules(validator)));
				}
			};
		}

	}

}
