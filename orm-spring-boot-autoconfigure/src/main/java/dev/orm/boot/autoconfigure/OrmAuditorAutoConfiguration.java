package dev.orm.boot.autoconfigure;

import dev.orm.automatic.CurrentUser;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.AuditorAware;

/**
 * {@link AutoConfiguration Auto-configuration} of who writes, for {@code @CreatedBy} and
 * {@code @UpdatedBy}: what the application's {@link AuditorAware} says.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class)
@ConditionalOnClass(AuditorAware.class)
@ConditionalOnBean(AuditorAware.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmAuditorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CurrentUser ormCurrentUser(ObjectProvider<AuditorAware<?>> auditor) {
		return () -> auditor.getObject().getCurrentAuditor();
	}

}
