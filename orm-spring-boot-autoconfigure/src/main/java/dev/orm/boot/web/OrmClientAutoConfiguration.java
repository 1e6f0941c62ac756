package dev.orm.boot.web;

import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import dev.orm.cluster.ConsistencyTokens;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;

/**
 * {@link AutoConfiguration Auto-configuration} that tells applications which share a
 * database what the caller wrote.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmReplicaAutoConfiguration.class)
@ConditionalOnBean(ConsistencyTokens.class)
@EnableConfigurationProperties(ConsistencyProperties.class)
public final class OrmClientAutoConfiguration {

	/** Clients that wait for the answer. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RestClientCustomizer.class)
	static class Waiting {

		@Bean
		RestClientCustomizer ormRestClientTokens(ConsistencyProperties properties, ConsistencyTokens tokens) {
			SharingHosts hosts = new SharingHosts(properties.propagateTo());
			TokenPropagation propagation = new TokenPropagation(tokens, hosts);
			return (client) -> {
				if (!hosts.isEmpty()) {
					client.requestInterceptor(propagation);
				}
			};
		}

		@Bean
		RestTemplateCustomizer ormRestTemplateTokens(ConsistencyProperties properties, ConsistencyTokens tokens) {
			SharingHosts hosts = new SharingHosts(properties.propagateTo());
			TokenPropagation propagation = new TokenPropagation(tokens, hosts);
			return (template) -> {
				if (!hosts.isEmpty()) {
					template.getInterceptors().add(propagation);
				}
			};
		}

	}

	/** Clients that are answered later. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebClientCustomizer.class, ExchangeFilterFunction.class })
	static class Reactive {

		@Bean
		WebClientCustomizer ormWebClientTokens(ConsistencyProperties properties, ConsistencyTokens tokens) {
			SharingHosts hosts = new SharingHosts(properties.propagateTo());
			ReactiveTokenPropagation propagation = new ReactiveTokenPropagation(tokens, hosts);
			return (client) -> {
				if (!hosts.isEmpty()) {
					client.filter(propagation);
				}
			};
		}

	}

}
