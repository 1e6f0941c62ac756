package dev.orm.boot.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmProperties;
import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import dev.orm.boot.replicas.WatchedReplicas;
import dev.orm.cluster.ConsistencyTokens;
import dev.orm.execute.Databases;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.data.web.PageableHandlerMethodArgumentResolver;
import org.springframework.data.web.SortHandlerMethodArgumentResolver;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * {@link AutoConfiguration Auto-configuration} of a servlet application: requests are
 * units of work, clients are told what they wrote, what requests ask for are arguments of
 * controllers, and what escapes from these is answered as problems.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { OrmAutoConfiguration.class, OrmReplicaAutoConfiguration.class },
		afterName = "org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Filter.class, OncePerRequestFilter.class, FilterRegistrationBean.class })
@ConditionalOnBean(Databases.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ ConsistencyProperties.class, OrmProperties.class })
public final class OrmWebAutoConfiguration {

	/** After the filter of Spring Session, before those of Spring Security. */
	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 60;

	private static final Duration USUAL_AGE = Duration.ofSeconds(10);

	@Bean
	@ConditionalOnMissingBean(name = "ormUnitOfWorkFilter")
	FilterRegistrationBean<UnitOfWorkFilter> ormUnitOfWorkFilter(ConsistencyProperties properties, OrmProperties orm,
			ObjectProvider<ConsistencyTokens> tokens, ObjectProvider<WatchedReplicas> replicas) {
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

	/** Answers to what no handler takes. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DispatcherServlet.class)
	@ConditionalOnBean(Orm.class)
	@ConditionalOnBooleanProperty(name = "orm.web.problems", matchIfMissing = true)
	static class Problems {

		@Bean
		@ConditionalOnMissingBean
		OrmProblems ormProblems(Orm orm) {
			return new OrmProblems(orm);
		}

	}

	/** Arguments of controllers. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ DispatcherServlet.class, WebMvcConfigurer.class })
	@ConditionalOnBean(Orm.class)
	static class Arguments {

		@Bean
		RequestConditions ormRequestConditions(BeanFactory beans, ObjectProvider<Orm> orm, Environment environment) {
			return new RequestConditions(beans, orm, OtherParameters.of(environment));
		}

		@Bean
		CheckedArguments ormCheckedArguments(RequestConditions conditions,
				ObjectProvider<RequestMappingHandlerMapping> mappings) {
			return new CheckedArguments(conditions, mappings);
		}

		@Bean
		WebMvcConfigurer ormArguments(RequestConditions conditions) {
			return new WebMvcConfigurer() {

				@Override
				public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
					resolvers.add(conditions);
				}

			};
		}

	}

	/** Pages as arguments of controllers, where nobody else resolves them. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebMvcConfigurer.class, PageableHandlerMethodArgumentResolver.class })
	@ConditionalOnMissingBean(PageableHandlerMethodArgumentResolver.class)
	static class PageArguments {

		@Bean
		WebMvcConfigurer ormPageArguments() {
			return new WebMvcConfigurer() {

				@Override
				public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
					resolvers.add(new PageableHandlerMethodArgumentResolver());
					resolvers.add(new SortHandlerMethodArgumentResolver());
				}

			};
		}

	}

}
