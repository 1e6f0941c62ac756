package dev.orm.boot.web;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * {@link AutoConfiguration Auto-configuration} that answers what escapes from controllers
 * as problems.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean(Orm.class)
@ConditionalOnBooleanProperty(name = "orm.web.problems", matchIfMissing = true)
@EnableConfigurationProperties(OrmProblemProperties.class)
public final class OrmProblemAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OrmProblems ormProblems(Orm orm) {
		return new OrmProblems(orm);
	}

}
