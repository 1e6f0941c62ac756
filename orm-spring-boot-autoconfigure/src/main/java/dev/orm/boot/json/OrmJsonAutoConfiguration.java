package dev.orm.boot.json;

import dev.orm.Orm;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/**
 * {@link AutoConfiguration Auto-configuration} of models as JSON, for the mappers of the
 * application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass({ Orm.class, JacksonModule.class })
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmJsonAutoConfiguration {

	// the types of the ORM use the mapper, which has this module: it asks late
	@Bean
	@ConditionalOnMissingBean
	OrmModule ormJsonModule(ObjectProvider<Orm> orm) {
		return new OrmModule(orm::getObject);
	}

}
