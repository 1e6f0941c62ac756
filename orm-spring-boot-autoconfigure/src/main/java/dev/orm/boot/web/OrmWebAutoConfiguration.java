package dev.orm.boot.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmProperties;
import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import dev.orm.boot.replicas.WatchedReplicas;
import dev.orm.cluster.ConsistencyTokens;
import dev.orm.execute.Databases;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@link AutoConfiguration Auto-configuration} that makes requests units of work, and
 * that tells clients, and applications that share a database, what they wrote.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { OrmDatabaseAutoConfiguration.class, OrmReplicaAutoConfiguration.class })
@ConditionalOnBean(Databases.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ ConsistencyProperties.class, OrmProperties.class })
public final class OrmWebAutoConfiguration {

	/** Requests to a servlet application. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass({ Filter.class, OncePerRequestFilter.class, FilterRegistrationBean.class })
	static class Requests {

		/** After the filter of Spring Session, before those of Spring Security. */
		static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 60;

		private static final Duration USUAL_AGE = Duration.ofSeconds(10);

		@Bean
		@ConditionalOnMissingBean(name = "ormUnitOfWorkFilter")
		FilterRegistrationBean<UnitOfWorkFilter> ormUnitOfWorkFilter(ConsistencyProperties properties,
				OrmProperties orm, ObjectProvider<ConsistencyTokens> tokens, ObjectProvider<WatchedReplicas> replicas) {
			FilterRegistrationBean<UnitOfWorkFilter> registration = new FilterRegistrationBean<>(new UnitOfWorkFilter(
					new ResponseHeaders(exchange(properties, tokens.getIfAvailable(), replicas), orm.serverTiming())));
			registration.setOrder(ORDER);
			return registration;
		}

		private static @Nullable TokenExchange exchange(ConsistencyProperties properties,
				@Nullable ConsistencyTokens tokens, ObjectProvider<WatchedReplicas> replicas) {
			List<TokenWay> ways = ways(properties.token(), replicas);
			return (tokens != null && !ways.isEmpty()) ? new TokenExchange(tokens, ways) : null;
		}

		private static List<TokenWay> ways(ConsistencyProperties.Carrier carrier,
				ObjectProvider<WatchedReplicas> replicas) {
			return switch (carrier) {
				case COOKIE -> List.of(new HeaderWay(), new CookieWay(() -> age(replicas)));
				case HEADER -> List.of(new HeaderWay());
				case SESSION -> List.of(new HeaderWay(), new SessionWay());
				case NONE -> List.of();
			};
		}

		/** As long as the replica that may be latest may be late, twice. */
		private static Duration age(ObjectProvider<WatchedReplicas> replicas) {
			return replicas.stream()
				.flatMap((watched) -> watched.all().stream())
				.map((database) -> database.settings().maxLag().multipliedBy(2))
				.max(Comparator.naturalOrder())
				.orElse(USUAL_AGE);
		}

	}

	/** Requests to others. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RestClientCustomizer.class)
	@ConditionalOnBean(ConsistencyTokens.class)
	static class Calls {

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

	@Bean
	@ConditionalOnMissingBean(name = "ormUnitOfWorkFilter")
	@ConditionalOnBean(ConsistencyTokens.class)
	@ConditionalOnProperty(name = "orm.consistency.token", havingValue = "session")
	static MissingSessions ormMissingSessions() {
		return new MissingSessions();
	}

}
