package dev.orm.boot.autoconfigure;

import dev.orm.json.JacksonFormat;
import dev.orm.json.JsonFormat;
import dev.orm.type.TypeRegistry;
import dev.orm.type.ValueTypeFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link AutoConfiguration Auto-configuration} of the types fields may have: the built-in
 * ones, JSON by the application's own mapper, and those of the application's
 * {@link ValueTypeFactory} beans, which are asked first. Factories that annotations of
 * fields name are made by the bean factory, which injects what they need.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(TypeRegistry.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmTypesAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TypeRegistry ormTypeRegistry(ObjectProvider<JsonFormat> format, ObjectProvider<ValueTypeFactory> factories,
			AutowireCapableBeanFactory beans) {
		JsonFormat json = format.getIfUnique();
		TypeRegistry types = ((json != null) ? TypeRegistry.standard(json) : TypeRegistry.standard())
			.making(beans::createBean);
		for (ValueTypeFactory factory : OrmExtensions.lastFirst(factories)) {
			types = types.with(factory);
		}
		return types;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JsonMapper.class)
	static class JacksonConfiguration {

		@Bean
		@ConditionalOnMissingBean(JsonFormat.class)
		@ConditionalOnSingleCandidate(JsonMapper.class)
		JacksonFormat ormJsonFormat(JsonMapper mapper) {
			return new JacksonFormat(mapper);
		}

	}

}
