package dev.orm.boot.web;

import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import dev.orm.cluster.ConsistencyTokens;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that tells applications which share a
 * database what the caller wrote.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmReplicaAutoConfiguration.class)
@ConditionalOnClass(RestClientCustomizer.class)
@ConditionalOnBean(ConsistencyTokens.class)
@EnableConfigurationProperties(ConsistencyProperties.class)
public final class OrmRestClientAutoConfiguration {

	@Bean
	RestClientCustomizer ormRestClientTokens(ConsistencyProperties properties, ConsistencyTokens tokens) {
		TokenPropagation propagation = new TokenPropagation(tokens, properties.propagateTo());
		return (client) -> {
			if (!properties.propagateTo().isEmpty()) {
				client.requestInterceptor(propagation);
			}
		};
	}

	@Bean
	RestTemplateCustomizer ormRestTemplateTokens(ConsistencyProperties properties, ConsistencyTokens tokens) {
		TokenPropagation propagation = new TokenPropagation(tokens, properties.propagateTo());
		return (template) -> {
			if (!properties.propagateTo().isEmpty()) {
				template.getInterceptors().add(propagation);
			}
		};
	}

}
