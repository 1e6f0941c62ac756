package dev.orm.boot.autoconfigure;

import java.util.Optional;

import dev.orm.automatic.CurrentUser;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * {@link AutoConfiguration Auto-configuration} of who writes, for {@code @CreatedBy} and
 * {@code @UpdatedBy}: the user of Spring Security, unless somebody else knows.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class, after = OrmAuditorAutoConfiguration.class)
@ConditionalOnClass(SecurityContextHolder.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmSecurityAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CurrentUser ormCurrentUser() {
		return () -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
			.flatMap(SecurityUser::of);
	}

}
