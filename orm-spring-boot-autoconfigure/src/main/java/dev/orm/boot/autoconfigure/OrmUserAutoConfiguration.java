package dev.orm.boot.autoconfigure;

import java.util.Optional;

import dev.orm.automatic.CurrentUser;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.AuditorAware;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * {@link AutoConfiguration Auto-configuration} of who writes, for {@code @CreatedBy} and
 * {@code @UpdatedBy}: what the application's {@link AuditorAware} says, else the user of
 * Spring Security.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmWritingAutoConfiguration.class)
@ConditionalOnClass(CurrentUser.class)
@ConditionalOnMissingBean(CurrentUser.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmUserAutoConfiguration {

	/** Spring Data is told. */
	@Order(1)
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AuditorAware.class)
	@ConditionalOnBean(AuditorAware.class)
	static class Auditor {

		@Bean
		@ConditionalOnMissingBean
		CurrentUser ormCurrentUser(ObjectProvider<AuditorAware<?>> auditor) {
			return () -> auditor.getObject().getCurrentAuditor();
		}

	}

	/** Spring Security knows. */
	@Order(2)
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SecurityContextHolder.class)
	static class Security {

		@Bean
		@ConditionalOnMissingBean
		CurrentUser ormCurrentUser() {
			return () -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
				.flatMap(SecurityUser::of);
		}

	}

}
