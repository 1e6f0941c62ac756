package dev.orm.boot.transaction;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.autoconfigure.OrmBuilderCustomizer;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.execute.Databases;
import dev.orm.transaction.Atomic;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * {@link AutoConfiguration Auto-configuration} of {@code @Atomic} methods.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmDatabaseAutoConfiguration.class)
@ConditionalOnClass(Atomic.class)
@ConditionalOnBean(Atomic.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OrmTransactionProperties.class)
@Import(OrmTransactionAutoConfiguration.Proxies.class)
public final class OrmTransactionAutoConfiguration {

	// an advisor is made before all other beans: it asks for nothing but a property
	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AtomicAdvisor ormAtomicAdvisor(Environment environment, ObjectProvider<Atomic> blocks) {
		boolean requests = environment.getProperty("orm.transactions.atomic-requests", Boolean.class, false);
		return new AtomicAdvisor(new AtomicRules(requests), blocks::getObject);
	}

	@Bean
	@ConditionalOnMissingBean
	static StartFindings ormStartFindings() {
		return new StartFindings();
	}

	@Bean
	static UnreachableBlocks ormUnreachableBlocks(ConfigurableListableBeanFactory beans, StartFindings findings) {
		return new UnreachableBlocks(beans, findings);
	}

	@Bean
	OrmBuilderCustomizer ormForeignWritesCustomizer(OrmTransactionProperties properties) {
		return (builder) -> builder.foreignWrites(properties.foreignWrites());
	}

	/** Looks at pools of HikariCP. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HikariDataSource.class)
	static class PoolConfiguration {

		@Bean
		PoolAutoCommit ormPoolAutoCommit(Databases databases, StartFindings findings) {
			return new PoolAutoCommit(databases, findings);
		}

		@Bean
		OneConnectionPools ormOneConnectionPools(Databases databases, StartFindings findings) {
			return new OneConnectionPools(databases, findings);
		}

	}

	/** Has Spring make proxies, also where nobody asked for transactions. */
	static class Proxies implements ImportBeanDefinitionRegistrar {

		private final Environment environment;

		Proxies(Environment environment) {
			this.environment = environment;
		}

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importer, BeanDefinitionRegistry registry) {
			AopConfigUtils.registerAutoProxyCreatorIfNecessary(registry);
			if (this.environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true)) {
				AopConfigUtils.forceAutoProxyCreatorToUseClassProxying(registry);
			}
		}

	}

}
